using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;

namespace ReportEngine.Tests.Checking;

/// <summary>Things that float over cell B3.</summary>
internal static class BadDrawings
{
    public static void AddPicture(WorksheetPart part, string description) =>
        Add(
            part,
            new Picture(
                new NonVisualPictureProperties(
                    new NonVisualDrawingProperties
                    {
                        Id = 2,
                        Name = "Picture",
                        Description = description,
                    },
                    new NonVisualPictureDrawingProperties()
                )
            )
        );

    public static void AddTextBox(WorksheetPart part) =>
        Add(
            part,
            new Shape(
                new NonVisualShapeProperties(
                    new NonVisualDrawingProperties { Id = 2, Name = "Box" },
                    new NonVisualShapeDrawingProperties { TextBox = true }
                )
            )
        );

    private static void Add(WorksheetPart part, DocumentFormat.OpenXml.OpenXmlElement thing) =>
        part.AddNewPart<DrawingsPart>("drawing").WorksheetDrawing = new WorksheetDrawing(
            new TwoCellAnchor(
                new FromMarker(new ColumnId("1"), new ColumnOffset("0"), new RowId("2"), new RowOffset("0")),
                thing,
                new ClientData()
            )
        );
}
