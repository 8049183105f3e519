using GitOpsTasks.Config;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Status.Drift;

/// <summary>Compares each environment of each application with the one before it.</summary>
/// <param name="config">Which fields are promoted, and which may differ.</param>
/// <param name="scope">What is told of.</param>
/// <param name="folders">The files.</param>
/// <param name="diagnostics">Told of files that cannot be compared.</param>
internal sealed class DriftSearch(GitOpsConfig config, StatusScope scope, FolderYaml folders, List<Diagnostic> diagnostics)
{
    private readonly IgnoredFields _ignored = new(config.Status.Ignore);

    /// <summary>Where environments differ, in the order of applications and environments; folders that applications share once.</summary>
    public IReadOnlyList<EnvironmentDrift> Find()
    {
        var found = new List<EnvironmentDrift>();
        foreach (var target in scope.Environments)
        {
            if (BeforeOf(target) is not { } source)
                continue;
            foreach (var apps in scope.Apps.GroupBy(app => (scope.FolderOf(source, app), scope.FolderOf(target, app))))
            {
                if (Compare(source, target, [.. apps]) is { Count: > 0 } differences)
                    found.Add(new EnvironmentDrift([.. apps], source.Name, target.Name, differences));
            }
        }

        return [.. found.OrderBy(drift => IndexOf(drift.Apps[0]))];
    }

    private IReadOnlyList<DriftDifference> Compare(EnvironmentConfig source, EnvironmentConfig target, IReadOnlyList<string> apps)
    {
        var (from, to) = (scope.FolderOf(source, apps[0]), scope.FolderOf(target, apps[0]));
        if (from == to || !folders.Has(from) || !folders.Has(to))
            return [];
        var parts = apps.SelectMany(app => config.Apps.GetValueOrDefault(app)?.Promote ?? PromotedPart.Default).Distinct().ToList();
        var comparison = new FolderComparison(
            new ComparedSide(source.Name, from, folders.In(from), parts, diagnostics),
            new ComparedSide(target.Name, to, folders.In(to), parts, diagnostics),
            _ignored);
        var differences = comparison.Run();
        if (comparison.IsCut)
            diagnostics.Add(Diagnostic.Warning(StatusCodes.TooMuchDrift, $"'{from}' and '{to}' are not compared to the end.", "Look at the two folders themselves."));
        return differences;
    }

    private int IndexOf(string app) => scope.Apps.TakeWhile(other => other != app).Count();

    // What is promoted from nowhere is compared with the environment written before it.
    private EnvironmentConfig? BeforeOf(EnvironmentConfig environment) => environment.From is { } from
        ? scope.Known.FirstOrDefault(known => known.Name == from)
        : scope.Known.TakeWhile(known => known.Name != environment.Name).LastOrDefault();
}
