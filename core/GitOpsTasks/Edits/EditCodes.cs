namespace GitOpsTasks.Edits;

/// <summary>Codes of diagnostics about edits of images in files.</summary>
public static class EditCodes
{
    /// <summary>A file that names the image could not be read and was left alone.</summary>
    public const string FileSkipped = "GOT3010";
}
