using GitOpsTasks.Config;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates.Images;

namespace GitOpsTasks.Promote.Gates.Scans;

/// <summary>The reports of scanners hold nothing that is too severe.</summary>
internal sealed class ScanGate(EngineContext context) : IPromotionGate
{
    private const int MostShown = 3;

    /// <inheritdoc />
    public async Task<GateResult?> CheckAsync(GateSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Gates.Scans.Count == 0 || subject.IsRollback)
            return null;
        var images = await GatedImages.OfAsync(subject, cancellationToken);
        if (images.Count == 0)
            return null;
        var verdict = new GateVerdict("scan");
        var reports = images.SelectMany(image => subject.Gates.Scans.Select(scan => (Scan: scan, File: FileOf(scan, image), Image: image)))
            .GroupBy(report => (report.File, report.Scan.Level));
        foreach (var report in reports)
            await CheckAsync(subject.Config, report.Key.File, report.Key.Level, [.. report.Select(item => item.Image)], verdict, cancellationToken);
        return verdict.Result($"nothing of {string.Join(" and ", subject.Gates.Scans.Select(scan => Name(scan.Level)).Distinct())} severity or more");
    }

    private async Task CheckAsync(
        GitOpsConfig config, string file, ScanLevel level, IReadOnlyList<GatedImage> images, GateVerdict verdict, CancellationToken cancellationToken)
    {
        var path = config.Resolve(file);
        context.Progress.Report($"reads {PromotionText.Line(file)}");
        if (!File.Exists(path))
        {
            verdict.Fail($"there is no report '{file}'");
            return;
        }

        if (SarifReport.TryParse(await ReadAsync(path, file, cancellationToken)) is not { } report)
            throw Unreadable($"'{file}' is no report in SARIF form.");
        foreach (var image in images.Where(image => report.IsOfAnother(image.Reference.Name, image.Reference.Tag, image.Reference.Digest)))
            verdict.Fail($"'{file}' is of another image than {image}");
        var found = report.Findings.Where(finding => finding.Level >= level).ToList();
        if (found.Count == 0)
            return;
        var rules = found.OrderByDescending(finding => finding.Level).Select(finding => PromotionText.Line(finding.Rule)).Distinct().ToList();
        verdict.Fail(
            $"'{file}' has {found.Count} of {Name(level)} severity or more: {string.Join(", ", rules.Take(MostShown))}{(rules.Count > MostShown ? ", ..." : "")}");
    }

    private static async Task<byte[]> ReadAsync(string path, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable($"The report '{file}' cannot be read.");
        }
    }

    // A tag is no path: what could leave the folder is not put into one.
    private static string FileOf(ScanConfig scan, GatedImage image) => scan.File
        .Replace("{app}", Part(image.App), StringComparison.Ordinal)
        .Replace("{image}", Part(image.Reference.ShortName), StringComparison.Ordinal)
        .Replace("{tag}", Part(image.Reference.Tag ?? image.Version), StringComparison.Ordinal);

    private static string Part(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));

    private static string Name(ScanLevel level) => level.ToString().ToLowerInvariant();

    private static TaskFailedException Unreadable(string message) => TaskFailedException.Findings(
        GateCodes.ScanUnreadable, message, "Have the scanner write it anew, as 'trivy image --format sarif' and 'grype -o sarif' do.");
}
