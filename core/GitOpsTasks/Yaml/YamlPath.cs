using System.Diagnostics.CodeAnalysis;

namespace GitOpsTasks.Yaml;

/// <summary>
/// The way to nodes of a document: <c>spec.template.spec.containers[name=web].image</c>.
/// <list type="table">
/// <item><term><c>a.b</c></term><description>The value of <c>b</c> below <c>a</c>.</description></item>
/// <item><term><c>a["b.c/d"]</c>, <c>a.'b.c/d'</c></term><description>A key in quotes; a quote in it is doubled.</description></item>
/// <item><term><c>a[0]</c>, <c>a[-1]</c></term><description>An item, the last one; of a mapping, the value of a pair.</description></item>
/// <item><term><c>a[*]</c>, <c>a.*</c></term><description>Each item or value.</description></item>
/// <item><term><c>a[name=web]</c>, <c>a[metadata.name="x y"]</c></term><description>Each item or value that has the text there.</description></item>
/// <item><term><c>a[!name]</c></term><description>Each item or value that is a mapping without the key.</description></item>
/// <item><term><c>a..b</c>, <c>a.**.b</c></term><description><c>b</c> at any depth below <c>a</c>.</description></item>
/// </list>
/// The empty text is the path of the root. Aliases are followed, and keys taken in by YAML 1.1's <c>&lt;&lt;</c> are found as
/// if they were written in its place. Immutable.
/// </summary>
public sealed class YamlPath
{
    /// <summary>
    /// How many nodes a search may visit through aliases, comparisons of merged keys included: a few lines of aliases can
    /// stand for more nodes than any memory holds.
    /// </summary>
    public const int AliasBudget = 10_000_000;

    private readonly string _text;

    internal YamlPath(string text, YamlPathStep[] steps)
    {
        _text = text;
        Steps = steps;
    }

    internal YamlPathStep[] Steps { get; }

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static YamlPath Parse(string text) =>
        TryParse(text, out var path, out var error)
            ? path
            : throw new FormatException($"'{text}' is not a path, at character {error.Position + 1}: {error.Message}");

    /// <summary>Reads a path, or says why the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out YamlPath? path, [NotNullWhen(false)] out YamlPathError? error)
    {
        var parser = new YamlPathParser(text);
        error = parser.Read();
        path = error is null ? new YamlPath(text, [.. parser.Steps]) : null;
        return error is null;
    }

    /// <summary>
    /// The path of a node in its document. A key's is that of its value; keys that are no scalars are named by their place.
    /// Several nodes have the same path where a mapping has a key twice.
    /// </summary>
    public static string Of(YamlNode node) => YamlPathText.Of(node);

    /// <summary>The nodes at this path below a root, in document order, each once for each way to it.</summary>
    public YamlMatches Find(YamlNode root) => new(this, [root]);

    /// <summary>The nodes at this path in each document of a file.</summary>
    public YamlMatches FindAll(YamlFile file) => new(this, file.Documents);

    /// <summary>The path as it was written.</summary>
    public override string ToString() => _text;
}
