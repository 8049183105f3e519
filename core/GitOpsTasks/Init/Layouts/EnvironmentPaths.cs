using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Layouts;

/// <summary>Finds one path for each environment that all applications have in common.</summary>
internal static class EnvironmentPaths
{
    /// <summary>The environments in the order versions go through them, and the places that fit them.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="wanted">The environments asked for; those found where empty.</param>
    /// <param name="findings">Gets what does not fit.</param>
    public static (IReadOnlyList<PlacedEnvironment> Environments, IReadOnlyList<LayoutPlace> Places) Find(
        Layout layout, IReadOnlyList<string> wanted, Findings findings)
    {
        var found = EnvironmentNames.InOrder(layout.Places.Select(place => place.Environment).OfType<string>());
        if (found.Count == 0 || layout.Places.Count(place => place.Environment is null) > layout.Places.Where(place => place.Environment is not null).Select(place => place.App).Distinct().Count())
            return Single(layout, wanted, findings);
        foreach (var missing in wanted.Except(found))
            findings.Warn(InitCodes.OddLayout, $"No folder is for the environment '{missing}'.", $"Folders are there for {string.Join(", ", found)}.");
        string[] names = wanted.Count == 0 ? [.. found] : [.. wanted.Where(found.Contains)];
        var places = layout.Places.Where(place => place.Environment is { } name && names.Contains(name)).ToList();
        if (places.TrueForAll(place => place.Path.Value == $"{place.Root}/overlays/{place.Environment}"))
            return ([.. names.Select(name => new PlacedEnvironment(name, Common(places, name)))], places);
        var environments = new List<PlacedEnvironment>();
        var fitting = new List<LayoutPlace>();
        foreach (var name in names)
        {
            var group = places.Where(place => place.Environment == name).GroupBy(place => place.Template, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First();
            environments.Add(new PlacedEnvironment(name, group.Key));
            fitting.AddRange(group);
        }

        foreach (var odd in places.Except(fitting).Concat(layout.Places.Where(place => place.Environment is null)))
            TellOdd(odd, findings);
        return (environments, fitting);
    }

    // The template where all have it; null leaves it to the folder of each application.
    private static string? Common(List<LayoutPlace> places, string environment)
    {
        var templates = places.Where(place => place.Environment == environment).Select(place => place.Template).Distinct(StringComparer.Ordinal).ToList();
        return templates is [var template] && (template.Contains(InitRequest.AppPlaceholder, StringComparison.Ordinal) || places.Select(place => place.App).Distinct().Count() == 1) ? template : null;
    }

    private static (IReadOnlyList<PlacedEnvironment> Environments, IReadOnlyList<LayoutPlace> Places) Single(Layout layout, IReadOnlyList<string> wanted, Findings findings)
    {
        if (layout.Places.Count == 0)
            return ([], []);
        var name = wanted is [var only] ? only : "prod";
        var group = layout.Places.Where(place => place.Environment is null).GroupBy(place => place.Template, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First();
        foreach (var odd in layout.Places.Except(group))
            TellOdd(odd, findings);
        findings.Tell(
            InitCodes.Guessed, $"No environment can be told from the folders; one is proposed, '{name}'.", "Name it with --environments.", new SourcePlace(group.First().Source.Value));
        return ([new PlacedEnvironment(name, group.Key)], [.. group.Select(place => place with { Environment = name })]);
    }

    private static void TellOdd(LayoutPlace odd, Findings findings) => findings.Warn(
        InitCodes.OddLayout, $"'{(odd.Path.IsRoot ? "." : odd.Path)}' does not fit the folders of the others, and is left out.", "Move it to where those of the others are, or give it a gitops.yaml of its own.", new SourcePlace(odd.Source.Value));
}
