using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate.Spec;

namespace GitOpsTasks.Generate;

/// <summary>
/// Reads env files literally, as <c>docker run --env-file</c> and kustomize's <c>envs</c> do: <c>KEY=VALUE</c> a line, quotes
/// and <c>$</c> kept, lines that begin with <c>#</c> skipped, space before the key skipped. Where those two lose or garble a
/// line without a word, it is an error here.
/// </summary>
public sealed class EnvFileReader
{
    private readonly string _path;
    private readonly OrderedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];
    private int _line;

    private EnvFileReader(string path) => _path = path;

    /// <summary>Reads a file; what is wrong is in its diagnostics.</summary>
    /// <param name="content">UTF-8, with or without a byte order mark; LF or CRLF.</param>
    /// <param name="path">The path shown in diagnostics.</param>
    public static EnvFile Read(ReadOnlySpan<byte> content, string path)
    {
        var reader = new EnvFileReader(path);
        if (content.StartsWith("\uFEFF"u8))
            content = content[3..];
        foreach (var range in content.Split((byte)'\n'))
            reader.ReadLine(content[range]);
        return new EnvFile(reader._values, reader._diagnostics);
    }

    private void ReadLine(ReadOnlySpan<byte> bytes)
    {
        _line++;
        if (bytes.EndsWith("\r"u8))
            bytes = bytes[..^1];
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            Error(1, "This line is not UTF-8.", "Save the file as UTF-8.");
            return;
        }

        var line = Encoding.UTF8.GetString(bytes);
        var text = line.TrimStart();
        if (text.Length == 0 || text[0] == '#')
            return;
        var column = line.Length - text.Length + 1;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? text : text[..equals];
        var value = equals < 0 ? "" : text[(equals + 1)..];
        if (IsKey(key, column) && IsValue(value, column + equals + 1))
            Add(key, value, column, hasEquals: equals >= 0);
    }

    private void Add(string key, string value, int column, bool hasEquals)
    {
        if (!_values.TryAdd(key, value))
        {
            Error(column, $"The key '{key}' stands here a second time.", "Remove one of the two lines.");
            return;
        }

        var difference = hasEquals ? DotenvDifference.Of(value) : DotenvDifference.NoValue;
        if (difference is not null)
        {
            _diagnostics.Add(Diagnostic.Warning(
                GenerateCodes.EnvLineAmbiguous, difference.Message, difference.Advice, new SourcePlace(_path, _line, column)));
        }
    }

    private bool IsKey(string key, int column)
    {
        if (key.Length == 0)
            return Error(column, "This line has no key.", "Write KEY=VALUE.");
        if (key.StartsWith("export ", StringComparison.Ordinal) || key.StartsWith("export\t", StringComparison.Ordinal))
            return Error(column, "'export' would become part of the key.", "Write KEY=VALUE without it.");
        if (char.IsWhiteSpace(key[^1]))
            return Error(column, "The space before '=' would become part of the key.", "Write KEY=VALUE without space around '='.");
        try
        {
            KubernetesText.EnvName(key);
            return true;
        }
        catch (FormatException e)
        {
            return Error(column, "The key cannot stand in a ConfigMap.", e.Message);
        }
    }

    private bool IsValue(string value, int column)
    {
        try
        {
            KubernetesText.EnvValue(value);
            return true;
        }
        catch (FormatException e)
        {
            return Error(column, "The value cannot stand in a ConfigMap.", e.Message);
        }
    }

    private bool Error(int column, string message, string advice)
    {
        _diagnostics.Add(Diagnostic.Error(GenerateCodes.EnvLineInvalid, message, advice, new SourcePlace(_path, _line, column)));
        return false;
    }
}
