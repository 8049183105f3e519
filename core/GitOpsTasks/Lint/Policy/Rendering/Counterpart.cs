using System.Globalization;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Lint.Policy.Rendering;

/// <summary>Takes findings from a rendered manifest to the one it was made from.</summary>
internal static class Counterpart
{
    private const string Name = "name";

    /// <summary>The findings where the same values stand in the source; where one does not, at what is nearest around it.</summary>
    public static IEnumerable<Diagnostic> Move(IReadOnlyList<Diagnostic> findings, Manifest rendered, Manifest source)
    {
        foreach (var finding in findings)
        {
            var node = NodeAt(rendered.Root, finding.Place!);
            yield return finding with { Place = NodePlace.HeadOf(Follow(source, StepsTo(node, rendered.Root))) };
        }
    }

    private static YamlNode NodeAt(YamlNode root, SourcePlace place)
    {
        var at = root;
        while (at.Children.Where(child => child.Place.Line <= place.Line).Cast<YamlNode?>().LastOrDefault(child => Begins(child!.Value.Place, place)) is { } inner)
            at = inner;
        return at;
    }

    private static bool Begins(SourcePlace inner, SourcePlace place) =>
        inner.Line < place.Line || (inner.Line == place.Line && inner.Column <= place.Column);

    // Keys of mappings, and names of items or, where they have none, their numbers.
    private static Stack<string> StepsTo(YamlNode node, YamlNode root)
    {
        var steps = new Stack<string>();
        for (var at = node; at != root && at.Parent is { } parent; at = parent)
        {
            if (parent.IsMapping)
                steps.Push(KeyOf(parent, at));
            else
                steps.Push(at.Scalar(Name) ?? parent.Items.Index().First(item => item.Item == at).Index.ToString(CultureInfo.InvariantCulture));
        }

        return steps;
    }

    private static string KeyOf(YamlNode mapping, YamlNode child) =>
        mapping.Pairs.First(pair => pair.Key == child || pair.Value == child).Key.Value;

    private static YamlNode Follow(Manifest source, Stack<string> steps)
    {
        var at = source.Root;
        foreach (var step in steps)
        {
            var next = at.IsSequence ? ItemOf(at, step) : at.Field(step);
            if (next is null)
                return source.Root.Field("metadata", Name) ?? source.Root;
            at = next.Value;
        }

        return at;
    }

    private static YamlNode? ItemOf(YamlNode sequence, string step)
    {
        var items = sequence.Items.Select(item => item.Resolved).ToList();
        foreach (var item in items.Where(item => item.Scalar(Name) == step))
            return item;
        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count && items[index].Scalar(Name) is null ? items[index] : null;
    }
}
