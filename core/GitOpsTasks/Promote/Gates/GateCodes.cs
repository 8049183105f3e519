namespace GitOpsTasks.Promote.Gates;

/// <summary>Codes of diagnostics about gates that cannot be asked.</summary>
public static class GateCodes
{
    /// <summary>The file of a public key is missing or holds no key that can be used.</summary>
    public const string KeyUnusable = "GOT7201";

    /// <summary>A scanner's report cannot be read as SARIF.</summary>
    public const string ScanUnreadable = "GOT7202";

    /// <summary>The time zone of a window is not known on this machine.</summary>
    public const string ZoneUnknown = "GOT7203";
}
