using System.Text.Json.Nodes;

namespace ReportEngine.Rendering;

/// <summary>Bars of the way from baseline to target.</summary>
internal static class ProgressBars
{
    /// <summary>Where the language runs from right to left, bars do, and their values stand at the left.</summary>
    public static void Turn(JsonObject specification)
    {
        var padding = specification["padding"]!;
        (padding["left"], padding["right"]) = (padding["right"]!.DeepClone(), padding["left"]!.DeepClone());
        foreach (var layer in specification["layer"]!.AsArray().Select(layer => layer!.AsObject()))
        {
            var x = layer["encoding"]!["x"]!.AsObject();
            if (x.ContainsKey("field"))
            {
                var scale = x["scale"]?.AsObject() ?? [];
                scale["reverse"] = true;
                x["scale"] = scale.DeepClone();
            }
            if (layer["mark"]!["align"]?.GetValue<string>() == "left")
            {
                layer["mark"]!["align"] = "right";
                layer["mark"]!["dx"] = -layer["mark"]!["dx"]!.GetValue<int>();
            }
            if (x["value"] is not null)
            {
                x["value"] = 0;
            }
        }
    }
}
