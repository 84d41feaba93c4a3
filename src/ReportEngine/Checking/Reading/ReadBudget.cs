namespace ReportEngine.Checking.Reading;

/// <summary>Counts what one workbook has used of <see cref="CheckLimits"/>, across all its parts.</summary>
internal sealed class ReadBudget(string file)
{
    private long _bytes;
    private int _items;
    private long _characters;

    public void SpendBytes(int bytes)
    {
        _bytes += bytes;
        Stop(_bytes > CheckLimits.UnpackedBytes, "The parts unpack to too many bytes.", CheckLimits.UnpackedBytes);
    }

    public void SpendItem()
    {
        _items++;
        Stop(_items > CheckLimits.Items, "Too many cells, strings and other items.", CheckLimits.Items);
    }

    public void SpendText(int characters)
    {
        _characters += characters;
        Stop(characters > CheckLimits.CellCharacters, "A text of too many characters.", CheckLimits.CellCharacters);
        Stop(_characters > CheckLimits.Characters, "Too many characters in all cells.", CheckLimits.Characters);
    }

    public void Stop(bool tooMuch, string found, long most)
    {
        if (tooMuch)
        {
            throw WorkbookProblems.TooMuch(file, found, most);
        }
    }
}
