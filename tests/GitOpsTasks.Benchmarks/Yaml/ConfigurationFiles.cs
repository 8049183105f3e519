using System.Runtime.CompilerServices;
using System.Text;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>The files a large configuration repository holds: generated, the same each time, with real ones among them where there are any.</summary>
internal static class ConfigurationFiles
{
    private const int CustomResourcePercentOfBytes = 4;

    private static readonly (int Share, Func<Dice, string> Shape)[] s_shapes =
    [
        (12, WorkloadShapes.Deployment), (6, WorkloadShapes.CronJob), (20, NetworkShapes.Service), (9, NetworkShapes.Ingress),
        (6, NetworkShapes.Roles), (7, ConfigMapShapes.Files), (6, ConfigMapShapes.Secret), (3, ConfigMapShapes.Dashboard),
        (9, FluxShapes.HelmRelease), (20, FluxShapes.Kustomization), (6, FluxShapes.ValuesFile), (9, ArgoShapes.Application),
        (4, ArgoShapes.ApplicationSet), (4, PipelineShapes.Workflow), (4, PipelineShapes.Json),
    ];

    /// <summary>Files of so many bytes in all, in no order of kind.</summary>
    /// <param name="bytes">How many bytes, within one file's size.</param>
    /// <param name="seed">The same seed gives the same files.</param>
    public static byte[][] Generate(long bytes, int seed = 1)
    {
        var dice = new Dice(seed);
        var shapes = s_shapes.SelectMany(s => Enumerable.Repeat(s.Shape, s.Share)).ToArray();
        var files = Real().ToList();
        long total = files.Sum(file => (long)file.Length);
        long customResources = 0;
        while (total < bytes)
        {
            var isCustomResource = customResources * 100 < total * CustomResourcePercentOfBytes;
            var shape = isCustomResource ? SchemaShapes.CustomResource : dice.Pick<Func<Dice, string>>(shapes);
            var file = Encoding.UTF8.GetBytes(shape(dice));
            files.Add(file);
            total += file.Length;
            customResources += isCustomResource ? file.Length : 0;
        }

        var mixed = files.ToArray();
        new Random(seed).Shuffle(mixed);
        return mixed;
    }

    /// <summary>All files as the documents of one.</summary>
    public static byte[] AsDocuments(IEnumerable<byte[]> files, int bytes)
    {
        using var all = new MemoryStream();
        foreach (var file in files.TakeWhile(_ => all.Length < bytes))
        {
            all.Write(file.AsSpan().StartsWith("---"u8) ? "\n"u8 : "\n---\n"u8);
            all.Write(file);
        }

        return all.ToArray();
    }

    /// <summary>All files that are one document as the items of one list.</summary>
    public static byte[] AsOneDocument(IEnumerable<byte[]> files, int bytes)
    {
        using var all = new MemoryStream();
        foreach (var file in files.TakeWhile(_ => all.Length < bytes).Where(file => file.AsSpan().IndexOf("---"u8) < 0))
        {
            all.Write("-\n"u8);
            foreach (var line in file.AsSpan()[..^1].Split((byte)'\n'))
            {
                all.Write("  "u8);
                all.Write(file.AsSpan()[line]);
                all.WriteByte((byte)'\n');
            }
        }

        return all.ToArray();
    }

    private static IEnumerable<byte[]> Real([CallerFilePath] string source = "")
    {
        var corpus = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../../shared/corpus"));
        return Directory.Exists(corpus)
            ? Directory.EnumerateFiles(corpus, "*.yaml", SearchOption.AllDirectories)
                .Where(file => !file.Contains("yaml-test-suite", StringComparison.Ordinal) && !file.Contains("/templates/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes)
            : [];
    }
}
