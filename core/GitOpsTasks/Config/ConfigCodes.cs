namespace GitOpsTasks.Config;

/// <summary>Codes of diagnostics about <c>gitops.yaml</c> and app specs.</summary>
public static class ConfigCodes
{
    /// <summary>A key that nothing reads.</summary>
    public const string UnknownKey = "GOT1101";

    /// <summary>A value of another kind than the key takes, such as a list where a text belongs.</summary>
    public const string WrongType = "GOT1102";

    /// <summary>A key that has to be there is not.</summary>
    public const string MissingKey = "GOT1103";

    /// <summary>A key stands twice in one mapping.</summary>
    public const string DuplicateKey = "GOT1104";

    /// <summary>The <c>apiVersion</c> or <c>kind</c> is not one this version reads.</summary>
    public const string UnsupportedVersion = "GOT1105";

    /// <summary>A value of the right kind that the key cannot have.</summary>
    public const string InvalidValue = "GOT1106";

    /// <summary>Two values that cannot both hold, or a name that names nothing.</summary>
    public const string Contradiction = "GOT1107";

    /// <summary>The file does not hold exactly one YAML document.</summary>
    public const string NotOneDocument = "GOT1108";
}
