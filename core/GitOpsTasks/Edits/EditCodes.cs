namespace GitOpsTasks.Edits;

/// <summary>Codes of diagnostics about edits of images in files.</summary>
public static class EditCodes
{
    /// <summary>A file that names the image could not be read and was left alone.</summary>
    public const string FileSkipped = "GOT3010";

    /// <summary>A value that changed is used elsewhere in the file by an alias, and changes there too.</summary>
    public const string SharedValue = "GOT3011";

    /// <summary>A path that is to have a kustomization has none, or several.</summary>
    public const string NoKustomization = "GOT3030";

    /// <summary>An entry that was set is taken back by one below it.</summary>
    public const string EntryOverridden = "GOT3031";

    /// <summary>A place has a newer version already and stays as it is.</summary>
    public const string Superseded = "GOT3050";

    /// <summary>A place names the image and leaves its version to a template.</summary>
    public const string Templated = "GOT3040";

    /// <summary>A digest was given, and the place has no field that can hold it.</summary>
    public const string NoPlaceForDigest = "GOT3041";

    /// <summary>A marker asks for a digest that is not known.</summary>
    public const string DigestUnknown = "GOT3043";

    /// <summary>A chart's values name several versions, none of which is the chart's.</summary>
    public const string AppVersionAmbiguous = "GOT3044";
}
