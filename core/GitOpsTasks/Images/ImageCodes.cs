namespace GitOpsTasks.Images;

/// <summary>Codes of diagnostics about image names, tags and digests.</summary>
public static class ImageCodes
{
    /// <summary>A text is not an image reference.</summary>
    public const string ReferenceInvalid = "GOT3001";

    /// <summary>An <c>--image</c> argument is not in its grammar.</summary>
    public const string ArgumentInvalid = "GOT3002";

    /// <summary>A <c>--setter</c> argument is not in its grammar.</summary>
    public const string SetterInvalid = "GOT3042";
}
