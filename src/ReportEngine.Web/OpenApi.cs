using System.Text.Json.Nodes;
using ReportEngine.Figures;
using ReportEngine.Rendering;

namespace ReportEngine.Web;

/// <summary>The description of the data interface (OpenAPI 3.1). A test holds it against the answers.</summary>
internal static class OpenApi
{
    private const string Description =
        "Everything here is read from released files. Shares are fractions of 1; a value that is null "
        + "has a marker: u too few cases, x not available or not reached, z not applicable, c withheld to "
        + "protect individuals.";

    public static string Text { get; } =
        $$$"""
            {
              "openapi": "3.1.0",
              "info": { "title": "Published figures", "version": "1",
                "description": "{{{Description}}}" },
              "paths": {
                "/api/v1/releases": {
                  "get": {
                    "summary": "The public releases that are open now, newest first, with their files",
                    "responses": { "200": { "description": "Releases", "content": { "application/json": { "schema": {
                      "type": "array", "items": { "$ref": "#/components/schemas/Release" } } } } } }
                  }
                },
                "/api/v1/figures/{id}": {
                  "get": {
                    "summary": "A figure with all its breakdowns, as a release gave it",
                    "parameters": [
                      { "name": "id", "in": "path", "required": true, "schema": { "type": "string" },
                        "description": "As in the catalogue: OUT.02" },
                      { "name": "period", "in": "query", "schema": { "type": "string" },
                        "description": "2025-Q3; without it the latest" },
                      { "name": "release", "in": "query", "schema": { "type": "string" },
                        "description": "The release by its name: an answer that never changes; without it the newest" },
                      { "name": "format", "in": "query", "schema": { "enum": ["json", "csv"] } }
                    ],
                    "responses": {
                      "200": { "description": "Figures", "content": { "application/json": { "schema": { "type": "array",
                        "items": { "$ref": "#/components/schemas/Figure" } } }, "text/csv": {} } },
                      "404": { "description": "No such figure, period or release" }
                    }
                  }
                }
              },
              "components": {
                "schemas": {
                  "Release": {
                    "type": "object",
                    "required": ["release", "title", "language", "period", "version", "status", "cutOff", "releaseAt",
                      "address", "files"],
                    "properties": {
                      "release": { "type": "string" }, "title": { "type": "string" }, "language": { "type": "string" },
                        "period": { "type": "string" }, "version": { "type": "integer" },
                      "status": { "enum": ["provisional", "final"] }, "cutOff": { "type": "string", "format":
                        "date-time" },
                        "releaseAt": { "type": "string", "format": "date-time" },
                      "address": { "type": "string" },
                      "files": { "type": "array", "items": { "type": "object", "properties": { "path": { "type":
                        "string" },
                        "bytes": { "type": "integer" }, "sha256": { "type": "string" }, "address": {
                          "type": "string" } } } }
                    }
                  },
                  "Figure": {{{Figure()}}}
                }
              }
            }
            """;

    /// <summary>The fields of a figure, walked; what is not a field of it is added by hand.</summary>
    private static string Figure()
    {
        var properties = new JsonObject();
        foreach (var field in FigureFields.Identity.Concat(FigureFields.Values))
        {
            properties[field.Key] = Property(field.TypeName, field.Description);
        }
        foreach (var (key, description, _) in FigureJson.Definition)
        {
            properties[key] = Property("string", description);
        }
        // The value of a status is its code.
        properties["value"]!["type"] = new JsonArray("number", "string", "null");
        properties["dimensions"] = Names("What it is of, in words");
        properties["codes"] = Names("The same by the codes of the register");
        properties["release"] = Property("string", "The release that said so");
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
            ["properties"] = properties,
        }.ToJsonString();
    }

    private static JsonObject Property(string type, string description) =>
        type == "date"
            ? new()
            {
                ["type"] = "string",
                ["format"] = "date",
                ["description"] = description,
            }
            : new() { ["type"] = new JsonArray(type, "null"), ["description"] = description };

    private static JsonObject Names(string description) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["type"] = "string" },
            ["description"] = description,
        };
}
