using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Layers;

/// <summary>Looks for links that will not lead in the image to where they lead here.</summary>
internal static class LinkCheck
{
    private const int MostTold = 5;

    /// <summary>A warning for each relative link of a layer that leads out of what the layer brings. They are stored as they are.</summary>
    public static IEnumerable<Diagnostic> Of(LayerPlan plan, LayerSpec layer)
    {
        var target = layer.To.Trim('/');
        return plan.Entries.Where(entry => entry.Link is { } link && !link.StartsWith('/') && LeadsOut(entry.Path, link, target))
            .Take(MostTold)
            .Select(entry => Diagnostic.Warning(
                BuildCodes.LinkLeadsOut,
                $"The link '/{entry.Path}' leads to '{entry.Link}', out of '{layer.From}'; it is stored as it is.",
                "Copy what it leads to into the folder, or see that the image has it there."));
    }

    private static bool LeadsOut(string path, string link, string target)
    {
        var parts = new Stack<string>(path.Split('/').SkipLast(1));
        foreach (var part in link.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && !parts.TryPop(out _))
                return true;
            if (part is not (".." or "."))
                parts.Push(part);
        }

        var place = string.Join('/', parts.Reverse());
        return target.Length > 0 && place != target && !place.StartsWith(target + '/', StringComparison.Ordinal);
    }
}
