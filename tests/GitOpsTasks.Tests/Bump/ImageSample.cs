using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Bump;

/// <summary>
/// A file of one to three documents, each a chart's values, an object or an application, in one of many styles. The tags
/// of <c>web</c> in it are known, so that what an edit should come to is known without reading the file.
/// </summary>
internal sealed class ImageSample
{
    // Around a tag that is a scalar of its own, with its quotes; and around one that is the end of a reference.
    private const char Scalar = '\u0001';
    private const char Ending = '\u0002';

    /// <summary>Stands for the quotes that the file around mostly uses.</summary>
    public const char AnyQuote = '\u0003';

    private static readonly string[] s_old = ["v1.0.0", "1.10", "0123e4", "latest", "2024-01-01", "sha-abc", "yes", "1.2.3-rc.1", "7284872"];

    private readonly Random _random;
    private readonly string _text;

    public ImageSample(int seed)
    {
        _random = new Random(seed);
        var lineEnd = Pick("\n", "\n", "\r\n");
        var documents = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Document());
        var text = Pick("", "---\n", "# head\n\n") + string.Join("---\n", documents) + Pick("", "# tail\n", "...\n");
        if (_random.Next(3) == 0 && text[^1] == '\n')
            text = text[..^1];
        _text = Pick("", "\uFEFF") + text.Replace("\n", lineEnd, StringComparison.Ordinal);
    }

    /// <summary>The file.</summary>
    public string Text => Written(null);

    /// <summary>
    /// The file with every tag replaced: quotes stay, and a plain tag gets some where it would not be a string, <see cref="AnyQuote"/>
    /// for either of them.
    /// </summary>
    /// <param name="tag">The new tag; null for the old ones.</param>
    public string Written(string? tag)
    {
        var result = new StringBuilder();
        var parts = _text.Split(Scalar, Ending);
        for (var (at, kind) = (0, _text.IndexOfAny([Scalar, Ending])); at < parts.Length; at++)
        {
            result.Append(at % 2 == 0 || tag is null ? parts[at] : _text[kind] == Ending ? tag : Quoted(parts[at], tag));
            if (at > 0 && at % 2 == 0)
                kind = NextKind(kind);
        }

        return result.ToString();
    }

    public override string ToString() => Text;

    private static string Quoted(string old, string tag) => old[0] is '\'' or '"' ? $"{old[0]}{tag}{old[0]}" : PlainScalar.IsString(tag) ? tag : $"{AnyQuote}{tag}{AnyQuote}";

    private int NextKind(int kind) => _text.IndexOfAny([Scalar, Ending], _text.IndexOfAny([Scalar, Ending], kind + 1) + 1);

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private string Document() => _random.Next(7) switch
    {
        0 => Pick("# values\n", "") + Group("", isFlow: false),
        1 => $"web: {{image: {FlowGroup()}, a: [1, 2]}}{Comment()}\nnext:{Comment()}\n  image: {{repository: other, tag: 1.0}}\n",
        2 => $"global:\n   sidecarImage: {Reference(mayAnchor: true)}{Comment()}\nimages:\n- {Reference()}{Comment()}\n- other:1.0\n",
        3 => Object(),
        4 => Application("values: " + Pick("|", "|-", "|+", "|2") + Pick("", " # c") + "\n" + Indented("        ", Group("", isFlow: false))),
        5 => Application("valuesObject:\n" + Indented("          ", Group("", isFlow: true))),
        _ => Application($"parameters:\n        - name: a\n          value: b{Comment()}\n        - name: image.tag\n          value: {Tag()}{Comment()}\n          forceString: true\n        - {{name: image.repository, value: web}}\n"),
    };

    private string Group(string indent, bool isFlow)
    {
        var inner = indent + Pick("  ", "    ", " ");
        var deep = inner + Pick("  ", " ");
        if (isFlow)
            return $"{indent}web: {FlowGroup()}{Comment()}\n{indent}x: y\n";
        string[] lines = [$"repository: {Pick("web", "'web'", "\"web\"")}", $"tag: {Tag(mayAnchor: true)}", "pullPolicy: Always", "sha: \"\""];
        _random.Shuffle(lines);
        return $"{indent}replicas: 1{Comment()}\n{indent}web:{Comment()}\n{inner}image:{Comment()}\n"
            + string.Concat(lines.Select(line => $"{Pick("", "", "\n")}{Pick("", $"{deep}# above\n")}{deep}{line}{Comment()}\n"))
            + $"{Pick("", "\n")}{indent}other:\n{inner}image: {{repository: other, tag: 1.0}}\n";
    }

    private string FlowGroup() => Pick($"{{repository: web, tag: {Tag()}}}", $"{{ tag: {Tag()} , 'repository': web }}", $"{{name: web, \"tag\": {Tag()}, digest: ''}}").Replace("name: web", "repository: web", StringComparison.Ordinal);

    private string Object()
    {
        var dash = Pick("- ", "-   ");
        var indent = Pick("  ", "    ", "      ");
        return $"apiVersion: apps/v1{Comment()}\nkind: {Pick("Deployment", "CronJob", "Widget")}\nspec:\n  {Pick("containers", "steps", "initContainers")}:{Comment()}\n"
            + $"{indent}{dash}name: a{Comment()}\n{indent}{new string(' ', dash.Length)}image: {Reference(mayAnchor: true)}{Comment()}\n"
            + $"{indent}{dash}{{name: b, image: {Reference()}}}\n{indent}{dash}image: other:1.0\n";
    }

    private string Application(string helm) =>
        $"apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:{Comment()}\n    kustomize:\n      images:\n      - {Pick("", "web=")}web:{Ending}{s_old[_random.Next(s_old.Length)]}{Ending}{Comment()}\n      - other:1.0\n    helm:\n      {helm}";

    private static string Indented(string indent, string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select(line => (line.Length == 0 ? line : indent + line) + "\n"));

    private string Tag(bool mayAnchor = false)
    {
        var quote = Pick("", "'", "\"");
        return $"{(mayAnchor ? Pick("", "", "&tag ", "!!str ") : "")}{Scalar}{quote}{s_old[_random.Next(s_old.Length)]}{quote}{Scalar}";
    }

    private string Reference(bool mayAnchor = false)
    {
        var quote = Pick("", "'", "\"");
        return $"{(mayAnchor ? Pick("", "", "&image ", "!!str ") : "")}{quote}web:{Ending}{s_old[_random.Next(s_old.Length)]}{Ending}{quote}";
    }

    private string Comment() => Pick("", "", " # c", "   # {\"$imagepolicy\": \"a:b\"}", " # tag: 1.0 é😀");
}
