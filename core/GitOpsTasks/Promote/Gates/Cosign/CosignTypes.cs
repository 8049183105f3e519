namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>Names that cosign and in-toto give to what they store in registries.</summary>
internal static class CosignTypes
{
    /// <summary>A layer with the payload of a signature.</summary>
    public const string SimpleSigning = "application/vnd.dev.cosign.simplesigning.v1+json";

    /// <summary>The annotation of such a layer with the signature itself, in base64.</summary>
    public const string SignatureAnnotation = "dev.cosignproject.cosign/signature";

    /// <summary>What begins the media types of a sigstore bundle.</summary>
    public const string Bundle = "application/vnd.dev.sigstore.bundle";

    /// <summary>A layer with a DSSE envelope, and the type of an artifact with one.</summary>
    public const string Dsse = "application/vnd.dsse.envelope";

    /// <summary>An in-toto statement, in an envelope or as it is.</summary>
    public const string InToto = "application/vnd.in-toto";

    /// <summary>The predicate of a bundle that is a signature of an image.</summary>
    public const string SignPredicate = "https://sigstore.dev/cosign/sign/v1";
}
