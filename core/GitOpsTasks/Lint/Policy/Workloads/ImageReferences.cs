using GitOpsTasks.Contracts;
using GitOpsTasks.Images;

namespace GitOpsTasks.Lint.Policy.Workloads;

/// <summary>Images of containers.</summary>
internal static class ImageReferences
{
    private static readonly char[] s_holes = ['$', '{', '<', '%'];

    /// <summary>Adds what is wrong; names that a kustomization replaces may be any text.</summary>
    public static void Check(Workload workload, Overlays overlays, List<Diagnostic> findings)
    {
        foreach (var container in workload.Containers)
        {
            if (container.Node.Field("image") is not { IsScalar: true } node)
                continue;
            var text = node.Value;
            if (text.Length == 0 || text.IndexOfAny(s_holes) >= 0 || ImageReference.TryParse(text, out _) || overlays.ReplacesImage(text))
                continue;
            findings.Add(WorkloadRules.InvalidImage.At(
                node, $"'{text}' is no reference of an image: its pod never starts.", Advice(text)));
        }
    }

    private static string Advice(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? "Leave out the scheme: a reference begins with the host."
        : text.Any(char.IsWhiteSpace) ? "Remove the blanks."
        : text.Any(char.IsAsciiLetterUpper) ? "Write the name in small letters, or add it to 'images' of the kustomization that replaces it."
        : "Write [registry/]name[:tag][@digest].";
}
