using System.Text;
using GitOpsTasks.Tests.Lint;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>Texts to read: of the corpus where it is there, and generated ones.</summary>
internal static class Inputs
{
    /// <summary>The YAML files of a repository of the corpus; skips the test where it is absent.</summary>
    public static IReadOnlyList<byte[]> OfRepository(string name) =>
        [.. Directory.EnumerateFiles(Corpus.Find(name), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" && !IsTemplate(file))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)];

    /// <summary>What fuzzing starts from.</summary>
    public static IReadOnlyList<string> Seeds()
    {
        var random = new Random(5);
        List<string> seeds = [.. Enumerable.Range(0, 300).Select(_ => GeneratedDocument.From(random).Text)];
        if (Corpus.Has("yaml-test-suite"))
            seeds.AddRange(YamlTestSuite.Cases.Values.Select(known => known.Text));
        string[] repositories = ["argocd-example-apps", "flux2-kustomize-helm-example"];
        foreach (var repository in repositories.Where(Corpus.Has))
            seeds.AddRange(OfRepository(repository).Select(Encoding.UTF8.GetString).Where(text => text.Length < 4000));
        return seeds;
    }

    // Helm's templates are not YAML before they are rendered.
    private static bool IsTemplate(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) == "templates" && File.ReadAllText(file).Contains("{{", StringComparison.Ordinal);
}
