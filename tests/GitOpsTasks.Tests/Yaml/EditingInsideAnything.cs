using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

/// <summary>What an edit does to YAML in a scalar is what it does to the same YAML in a file of its own.</summary>
public sealed class EditingInsideAnything
{
    [Fact]
    public void Changes_the_nested_text_as_if_it_were_a_file()
    {
        var seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
        var count = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 1000;
        Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(seeds, CheckOne));
    }

    [Theory]
    [InlineData(641328145)]
    [InlineData(1002335914)]
    public void Removes_pairs_beside_keys_that_are_blocks(int seed) => CheckOne(seed);

    private static void CheckOne(int seed)
    {
        var random = new Random(seed);
        var inner = new EditingSample(random).Small().TrimStart('\n', ' ') + new string('\n', random.Next(3));
        var style = new[] { "|", "|-", "|+", "|2", ">", "'" }[random.Next(6)];
        var lineEnd = new[] { "\n", "\r\n", "\r" }[random.Next(3)];
        var content = Encoding.UTF8.GetBytes(Around(inner, style).Replace("\n", lineEnd, StringComparison.Ordinal));
        var file = YamlFile.Parse(content, "a.yaml");
        file.IsValid.ShouldBeTrue($"{string.Join(' ', file.Diagnostics)}\n{Encoding.UTF8.GetString(content)}");
        var scalar = file.Documents[0]["data"]!.Value["values"]!.Value;
        if (scalar.TryParseNested() is not { IsValid: true } nested)
            return;
        var text = scalar.Value;
        var alone = YamlFile.Parse(Encoding.UTF8.GetBytes(text), "b.yaml");
        var (editor, aloneEditor) = (new YamlEditor(file), new YamlEditor(alone));
        var step = random.Next();
        EditSomething(new Random(step), nested: editor.Inside(scalar));
        EditSomething(new Random(step), nested: aloneEditor);
        var expected = Encoding.UTF8.GetString(aloneEditor.Apply().Span);
        var edited = editor.Apply();
        var after = YamlFile.Parse(edited, "a.yaml");
        var shown = $"{Encoding.UTF8.GetString(content)}\n=>\n{Encoding.UTF8.GetString(edited.Span)}".Replace("\r", "\u240D", StringComparison.Ordinal);
        after.Documents[0]["data"]!.Value["values"]!.Value.Value.ShouldBe(expected, shown);
        if (style[0] == '|' && SameLineFeedsAtEnd(text, expected) && (style == "|2" || !expected.TrimStart('\n').StartsWith(' ')))
            Encoding.UTF8.GetString(edited.Span).ShouldBe(Encoding.UTF8.GetString(content).Replace(InBlock(inner, lineEnd), InBlock(Restored(inner, text, expected), lineEnd), StringComparison.Ordinal), shown);
    }

    // The block keeps blank lines at its end that are not part of its text.
    private static string Restored(string inner, string text, string expected) => expected + inner[Math.Min(inner.Length, text.Length)..];

    private static bool SameLineFeedsAtEnd(string text, string other) => text.Length - text.TrimEnd('\n').Length == other.Length - other.TrimEnd('\n').Length;

    private static string InBlock(string inner, string lineEnd) =>
        string.Concat(inner.Split('\n')[..^1].Select(line => (line.Length == 0 ? "" : "    " + line) + lineEnd));

    private static string Around(string inner, string style) => "# head\ndata: # c\n  values: " + style[0] switch
    {
        '\'' => $"'{inner.Replace("'", "''", StringComparison.Ordinal).TrimEnd('\n').Replace("\n", "\n\n    ", StringComparison.Ordinal)}' # of it\n",
        _ => $"{style} # of it\n{InBlock(inner, "\n")}",
    } + "other: x\n";

    private static void EditSomething(Random random, YamlEditor nested)
    {
        var scalars = nested.File.AllNodes().Where(node => node.IsScalar && node.Style is not (YamlStyle.Literal or YamlStyle.Folded)).ToList();
        var maps = nested.File.AllNodes().Where(node => node.IsMapping).ToList();
        switch (random.Next(3))
        {
            case 0 when scalars.Count > 0:
                nested.Replace(scalars[random.Next(scalars.Count)], "new text");
                break;
            case 1 when maps.Count > 0:
                nested.InsertKey(maps[random.Next(maps.Count)], "new", new YamlMap { { "k", "v" } });
                break;
            default:
                var keys = nested.File.Documents.Take(1).SelectMany(root => root.Pairs).Select(pair => pair.Key).ToList();
                if (keys.Count > 1 && !nested.File.AllNodes().Any(node => node.Kind == YamlKind.Alias))
                    nested.Remove(keys[random.Next(keys.Count)]);
                break;
        }
    }
}
