using GitOpsTasks.Yaml;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>Reading with the parser of this product.</summary>
internal static class OwnReading
{
    private const int FilesATurn = 128;

    /// <summary>The tree of each file.</summary>
    public static void Trees(byte[][] files)
    {
        foreach (var file in files)
            YamlFile.Parse(file, "a.yaml");
    }

    /// <summary>The tree of each file, and the text of every scalar in it.</summary>
    public static void Values(byte[][] files)
    {
        foreach (var file in files)
        {
            foreach (var node in YamlFile.Parse(file, "a.yaml").AllNodes())
                _ = node.Value;
        }
    }

    /// <summary>The tree of each file, by threads that take files in turns until none is left.</summary>
    public static void TreesOnThreads(byte[][] files, int count)
    {
        var taken = 0;
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(Take)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        void Take()
        {
            int start;
            while ((start = Interlocked.Add(ref taken, FilesATurn) - FilesATurn) < files.Length)
            {
                foreach (var file in files.AsSpan(start..Math.Min(files.Length, start + FilesATurn)))
                    YamlFile.Parse(file, "a.yaml");
            }
        }
    }
}
