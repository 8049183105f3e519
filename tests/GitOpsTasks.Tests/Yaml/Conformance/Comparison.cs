using System.Text;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml.Conformance;

/// <summary>One input read by our parser and by YamlDotNet's.</summary>
/// <param name="Text">The input.</param>
/// <param name="IsValid">Whether we accept it.</param>
/// <param name="Ours">The events we read.</param>
/// <param name="Theirs">What YamlDotNet reads.</param>
internal sealed record Comparison(string Text, bool IsValid, IReadOnlyList<string> Ours, OracleReading Theirs)
{
    /// <summary>Whether one accepts what the other rejects.</summary>
    public bool DiffersInVerdict => IsValid != Theirs.IsValid;

    /// <summary>Whether both accept it and read different events.</summary>
    public bool DiffersInEvents => IsValid && Theirs.IsValid && !Ours.SequenceEqual(Theirs.Events);

    /// <summary>The first events that are not the same; empty where one has no more.</summary>
    public (string Ours, string Theirs) FirstDifference
    {
        get
        {
            var at = Ours.Zip(Theirs.Events).TakeWhile(pair => pair.First == pair.Second).Count();
            return (Ours.ElementAtOrDefault(at) ?? "", Theirs.Events.ElementAtOrDefault(at) ?? "");
        }
    }

    public static Comparison Of(string text) => Of(YamlFile.Parse(Encoding.UTF8.GetBytes(text), "a.yaml"), text);

    public static Comparison Of(YamlFile file, string text) => new(text, file.IsValid, EventTree.Of(file), OracleReading.Of(text));

    /// <summary>The input and the first event that differs.</summary>
    public override string ToString()
    {
        var (ours, theirs) = FirstDifference;
        return $"""
            {Escaped(Text)}
              ours:   {(IsValid ? "" : "rejected; ")}{ours}
              theirs: {(Theirs.IsValid ? "" : $"rejected: {Theirs.Failure}; ")}{theirs}
            """;
    }

    /// <summary>A text on one line, as a C# literal would have it.</summary>
    public static string Escaped(string text)
    {
        var line = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                '"' or '\\' => line.Append('\\').Append(character),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => line.Append($"\\u{(int)character:X4}"),
                _ => line.Append(character),
            };
        }

        return line.Append('"').ToString();
    }
}
