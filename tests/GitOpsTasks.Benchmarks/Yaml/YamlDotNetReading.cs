using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GitOpsTasks.Benchmarks.Yaml;

/// <summary>The ways YamlDotNet offers to read a file.</summary>
internal static class YamlDotNetReading
{
    /// <summary>All events of each file, from its bytes.</summary>
    public static void Events(byte[][] files)
    {
        foreach (var file in files)
            ReadEvents(Encoding.UTF8.GetString(file));
    }

    /// <summary>All events of a text.</summary>
    public static void ReadEvents(string text)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
        }
    }

    /// <summary>The tree of each file, from its bytes.</summary>
    public static void Trees(byte[][] files)
    {
        foreach (var file in files)
            new YamlStream().Load(new StringReader(Encoding.UTF8.GetString(file)));
    }

    /// <summary>Whether it accepts a file at all: some valid ones it does not.</summary>
    public static bool Accepts(byte[] file)
    {
        try
        {
            ReadEvents(Encoding.UTF8.GetString(file));
            new YamlStream().Load(new StringReader(Encoding.UTF8.GetString(file)));
            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }
}
