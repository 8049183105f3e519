using System.Globalization;

namespace GitOpsTasks.Config;

/// <summary>The keys of <c>gates</c>, declared by being read.</summary>
internal static class GatesConfigReader
{
    private static readonly ConfigValue<string> s_platform = ConfigValues.Text.Then(ConfigText.Platform);
    private static readonly ConfigValue<string> s_repository = ConfigValues.Text.Then(ConfigText.ImageName);
    private static readonly ConfigValue<TimeOnly> s_time = ConfigValues.Scalar.Then(Time);
    private static readonly ConfigValue<DateOnly> s_date = ConfigValues.Scalar.Then(Date);

    private static readonly (string, DayOfWeek)[] s_days =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    public static GatesConfig Read(MappingReader reader)
    {
        var gates = new GatesConfig
        {
            ImageExists = reader.Flag("image-exists", otherwise: false),
            Platforms = reader.List("platforms", s_platform),
            Keys = reader.Texts("keys"),
            Signature = reader.Flag("signature", otherwise: false),
            SignedFor = reader.List("signed-for", s_repository),
            Sbom = Demand(reader, "sbom"),
            Provenance = Demand(reader, "provenance"),
            Scans = reader.List("scans", ConfigValues.Mapping(ReadScan)),
            Statuses = reader.Texts("statuses"),
            Windows = reader.List("windows", ConfigValues.Mapping(ReadWindow)),
            Approvals = reader.Number("approvals") ?? 0,
            Approvers = reader.Texts("approvers"),
        };
        Check(reader, gates);
        return gates;
    }

    private static void Check(MappingReader reader, GatesConfig gates)
    {
        if (gates.Keys.Count == 0 && Signed(gates) is { } key)
            reader.Report(ConfigCodes.Contradiction, key, "Nothing can be verified without a key.", "Name files of public keys under 'keys'.");
        if (reader.Has("signed-for") && !gates.Signature)
            reader.Report(ConfigCodes.Contradiction, "signed-for", "No signature is asked for.", "Write 'signature: true', or remove 'signed-for'.");
        if (gates.Approvals < 0)
            reader.Report(ConfigCodes.InvalidValue, "approvals", "Less than nobody cannot approve.", "Write how many people have to approve.");
        if (gates.Approvers.Count > 0 && gates.Approvals > gates.Approvers.Count)
            reader.Report(ConfigCodes.Contradiction, "approvals", "There are fewer approvers than approvals.", "Name more people under 'approvers'.");
        if (gates.Approvers.Count > 0 && gates.Approvals == 0)
            reader.Report(ConfigCodes.Contradiction, "approvers", "No approval is asked for.", "Write 'approvals: 1', or remove 'approvers'.");
    }

    private static string? Signed(GatesConfig gates) =>
        gates.Signature ? "signature"
        : gates.Sbom == AttestationDemand.Signed ? "sbom"
        : gates.Provenance == AttestationDemand.Signed ? "provenance" : null;

    private static AttestationDemand Demand(MappingReader reader, string key) => reader.Choice(
        key, AttestationDemand.Off, ("off", AttestationDemand.Off), ("present", AttestationDemand.Present), ("signed", AttestationDemand.Signed));

    private static ScanConfig ReadScan(MappingReader reader) => new(
        reader.RequiredText("file"),
        reader.Choice(
            "level", ScanLevel.High, ("low", ScanLevel.Low), ("medium", ScanLevel.Medium), ("high", ScanLevel.High), ("critical", ScanLevel.Critical)));

    private static WindowConfig ReadWindow(MappingReader reader) => new()
    {
        Days = reader.List("days", ConfigValues.Choice(s_days)),
        From = reader.Get("from", s_time, TimeOnly.MinValue),
        Until = reader.Get("until", s_time, TimeOnly.MinValue),
        Zone = reader.Text("zone") ?? "UTC",
        Except = reader.List("except", s_date),
    };

    // 24:00 is the end of a day, which is where the next begins.
    private static TimeOnly Time(string text) =>
        text == "24:00" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
        : throw new FormatException("Write hours and minutes, such as 09:00.");

    private static DateOnly Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException("Write year, month and day, such as 2026-12-24.");
}
