using System.Text;
using System.Text.RegularExpressions;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Init.Sources;

/// <summary>Splits a Dockerfile into its instructions: comments, the escape directive, continued lines, here-documents.</summary>
internal sealed partial class DockerfileReader
{
    private static readonly HashSet<string> s_keywords =
    [
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    ];

    private readonly string _path;
    private readonly string[] _lines;
    private int _at;

    private DockerfileReader(string text, string path)
    {
        _path = path;
        _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
    }

    /// <summary>The character that continues a line and escapes <c>$</c>.</summary>
    public char Escape { get; private set; } = '\\';

    /// <summary>Reads the instructions.</summary>
    /// <param name="text">The Dockerfile.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    /// <exception cref="TaskFailedException">It is none, with the line.</exception>
    public static (IReadOnlyList<DockerInstruction> Instructions, char Escape) Read(string text, string path)
    {
        var reader = new DockerfileReader(text, path);
        reader.ReadDirectives();
        var instructions = new List<DockerInstruction>();
        while (reader.Next() is { } instruction)
            instructions.Add(instruction);
        return (instructions, reader.Escape);
    }

    // Directives are comments before anything else; the first line that is none ends them.
    private void ReadDirectives()
    {
        while (_at < _lines.Length && Directive().Match(_lines[_at]) is { Success: true } directive)
        {
            if (directive.Groups["key"].ValueSpan.Equals("escape", StringComparison.OrdinalIgnoreCase) && directive.Groups["value"].Value is "`" or "\\")
                Escape = directive.Groups["value"].Value[0];
            _at++;
        }
    }

    private DockerInstruction? Next()
    {
        while (_at < _lines.Length && IsPassedOver(_lines[_at]))
            _at++;
        if (_at == _lines.Length)
            return null;
        var line = _at + 1;
        var text = Joined();
        var keyword = text.Split([' ', '\t'], 2)[0].ToUpperInvariant();
        if (!s_keywords.Contains(keyword))
            throw Malformed(line, $"'{(keyword.Length > 20 ? keyword[..20] : keyword)}' is no instruction of a Dockerfile.");
        if (keyword is "RUN" or "COPY" or "ADD")
            SkipHereDocuments(text, line);
        return new DockerInstruction(keyword, text[keyword.Length..].Trim(), line);
    }

    // Comments and empty lines between continued lines are passed over, as builders do.
    private string Joined()
    {
        var joined = new StringBuilder();
        while (_at < _lines.Length)
        {
            var line = _lines[_at++];
            if (joined.Length > 0 && IsPassedOver(line))
                continue;
            var trimmed = line.TrimEnd();
            if (!trimmed.EndsWith(Escape))
            {
                joined.Append(line);
                break;
            }

            joined.Append(trimmed, 0, trimmed.Length - 1).Append(' ');
        }

        return joined.ToString().Trim();
    }

    private void SkipHereDocuments(string text, int line)
    {
        foreach (Match document in HereDocument().Matches(text))
        {
            var (end, mayIndent) = (document.Groups["end"].Value, document.Groups["dash"].Success);
            while (_at < _lines.Length && (mayIndent ? _lines[_at].TrimStart('\t') : _lines[_at]) != end)
                _at++;
            if (_at == _lines.Length)
                throw Malformed(line, $"The here-document has no line '{end}' at its end.");
            _at++;
        }
    }

    private static bool IsPassedOver(string line) => line.TrimStart() is "" or ['#', ..];

    private TaskFailedException Malformed(int line, string message) =>
        TaskFailedException.Usage(InitCodes.Unreadable, message, "Mend the file, or name another with --from.", new SourcePlace(_path, line, 1));

    [GeneratedRegex(@"^\s*#\s*(?<key>[A-Za-z]+)\s*=\s*(?<value>\S+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    [GeneratedRegex("""(?<!<)<<(?<dash>-)?(?<quote>["']?)(?<end>[A-Za-z_]\w*)\k<quote>""", RegexOptions.ExplicitCapture)]
    private static partial Regex HereDocument();
}
