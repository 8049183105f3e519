using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

/// <summary>Every edit, in every mixture of styles: the bytes outside stay, the tree is the one that was meant.</summary>
public sealed partial class EditingAnything
{
    private static readonly YamlValue[] s_values = ["v", "1.10", 3, true, "", new YamlList { "x", new YamlMap { { "k", "v" }, { "j", 2 } } }, new YamlMap { { "k", new YamlList { "a" } } }, new YamlMap(), new YamlList()];

    private static readonly string[] s_written = ["'v'", "'1.10'", "3", "true", "''", "seq('x' map('k' 'v' 'j' 2))", "map('k' seq('a'))", "map", "seq"];

    [Fact]
    public void Replaces_a_scalar_by_a_text() => ForAny((random, file) =>
    {
        if (Any(random, file, node => (node.IsScalar || node.Kind == YamlKind.Alias) && !IsKeyOfBlock(node)) is not { } target)
            return;
        var text = EditingSample.Texts[random.Next(EditingSample.Texts.Count)] + (random.Next(2) == 0 ? random.Next(10).ToString() : "");
        var model = new EditingModel(file);
        model.SetString(target, text);
        var edited = Edit(file, editor => editor.Replace(target, text), model, Scalar(target), text);
        Again(edited, target.Index, (editor, node) => editor.Replace(node, text));
    });

    [Fact]
    public void Replaces_a_scalar_by_a_number() => ForAny((random, file) =>
    {
        if (Any(random, file, node => node.IsScalar && !IsKeyOfBlock(node) && !IsKey(node)) is not { } target)
            return;
        var plain = new YamlPlain(new[] { "3", "-1.5", "true", "null", "~" }[random.Next(5)]);
        var model = new EditingModel(file);
        model.SetPlain(target, plain.Text);
        var edited = Edit(file, editor => editor.Replace(target, plain), model, Scalar(target));
        Again(edited, target.Index, (editor, node) => editor.Replace(node, plain));
    });

    [Fact]
    public void Inserts_a_key() => ForAny((random, file) =>
    {
        if (Any(random, file, node => node.IsMapping || (node.IsNull && !IsKey(node))) is not { } target)
            return;
        var (model, value) = (new EditingModel(file), random.Next(s_values.Length));
        var pairs = target.Pairs.ToList();
        var after = pairs.Count > 0 && random.Next(2) == 0 ? pairs[random.Next(pairs.Count)] : (YamlPair?)null;
        var at = after is { } pair ? 2 * (pairs.IndexOf(pair) + 1) : 2 * pairs.Count;
        model[target].Text = "map";
        model[target].Children.InsertRange(at, [EditingModel.String("new"), new EditingModel.Node { Text = s_written[value] }]);
        Edit(file, editor => editor.InsertKey(target, "new", s_values[value], after), model, IsReplaceable);
    });

    [Fact]
    public void Inserts_an_item() => ForAny((random, file) =>
    {
        if (Any(random, file, node => node.IsSequence || (node.IsNull && !IsKey(node))) is not { } target)
            return;
        var (model, value) = (new EditingModel(file), random.Next(s_values.Length));
        var items = target.Items.ToList();
        var after = items.Count > 0 && random.Next(2) == 0 ? items[random.Next(items.Count)] : (YamlNode?)null;
        model[target].Text = "seq";
        model[target].Children.Insert(after is { } item ? items.IndexOf(item) + 1 : items.Count, new EditingModel.Node { Text = s_written[value] });
        Edit(file, editor => editor.InsertItem(target, s_values[value], after), model, IsReplaceable);
    });

    [Fact]
    public void Removes_a_member() => ForAny((random, file) =>
    {
        if (Any(random, file, node => node.Parent is { } parent && (parent.IsSequence || IsKey(node)) && !IsNeeded(file, node)) is not { } target)
            return;
        var model = new EditingModel(file);
        var siblings = model[target.Parent!.Value].Children;
        siblings.RemoveRange(siblings.IndexOf(model[target]), target.Parent!.Value.IsMapping ? 2 : 1);
        var value = target.Parent!.Value.IsMapping ? target.Parent!.Value.Pairs.First(pair => pair.Key == target).Value : target;
        Edit(file, editor => editor.Remove(target), model, Around(target, value));
    });

    [Fact]
    public void Makes_several_changes_at_once() => ForAny((random, file) =>
    {
        var model = new EditingModel(file);
        var (targets, done) = (file.AllNodes().Where(node => node.IsScalar && !IsKey(node)).ToList(), 0);
        var maps = file.AllNodes().Where(node => node.IsMapping).ToList();
        Edit(file, editor =>
        {
            foreach (var target in targets.Where(_ => random.Next(3) == 0))
            {
                editor.Replace(target, $"new {done}");
                model.SetString(target, $"new {done++}");
            }

            foreach (var map in maps.Where(_ => random.Next(3) == 0))
            {
                editor.InsertKey(map, $"n{done}", "v");
                model[map].Children.AddRange([EditingModel.String($"n{done++}"), EditingModel.String("v")]);
            }
        }, model, (_, region) => targets.Exists(target => Scalar(target)(Encoding.UTF8.GetString(file.Text.Span[region.Start..region.End]), region)));
    });

    private static void ForAny(Action<Random, YamlFile> check)
    {
        var seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
        var count = Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 20_000 : 1000;
        Check.One(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(seeds, seed =>
        {
            var random = new Random(seed);
            var content = new EditingSample(random).Bytes();
            var file = YamlFile.Parse(content, "a.yaml");
            file.IsValid.ShouldBeTrue($"{string.Join(" ", file.Diagnostics)}\n{Encoding.UTF8.GetString(content)}");
            check(random, file);
        }));
    }

    private static YamlNode? Any(Random random, YamlFile file, Func<YamlNode, bool> condition)
    {
        var nodes = file.AllNodes().Where(condition).ToList();
        return nodes.Count == 0 ? null : nodes[random.Next(nodes.Count)];
    }

    // The tree is as meant and the bytes outside the regions are the same, or the test fails showing the file before and after.
    private static ReadOnlyMemory<byte> Edit(YamlFile file, Action<YamlEditor> edit, EditingModel meant, Func<string, ByteSpan, bool> mayOwn, string? about = null)
    {
        var before = Encoding.UTF8.GetString(file.Content.Span);
        var editor = new YamlEditor(file);
        edit(editor);
        try
        {
            var (splices, edited) = editor.Work();
            var shown = $"{before}\n=>\n{Encoding.UTF8.GetString(edited)}";
            new EditingModel(YamlFile.Parse(edited, "a.yaml")).ToString().ShouldBe(meant.ToString(), shown);
            foreach (var region in splices.Items.Select(splice => splice.Span).Where(region => region.Length > 0))
                mayOwn(Encoding.UTF8.GetString(file.Text.Span[region.Start..region.End]), region).ShouldBeTrue($"{region}: {shown}");
            Rest(file.Text.Span, splices.Items).SequenceEqual(edited).ShouldBeTrue(shown);
            return edited;
        }
        catch (TaskFailedException e)
        {
            throw new ShouldAssertException($"'{about}' {e.Diagnostics[0]}\n{before.Replace("\r", "\u240D\n", StringComparison.Ordinal)}", e);
        }
    }

    private static byte[] Rest(ReadOnlySpan<byte> content, IReadOnlyList<Splice> splices)
    {
        var result = new List<byte>();
        var at = 0;
        foreach (var splice in splices)
        {
            result.AddRange(content[at..splice.Span.Start]);
            result.AddRange(Encoding.UTF8.GetBytes(splice.Text));
            at = splice.Span.End;
        }

        result.AddRange(content[at..]);
        return [.. result];
    }

    private static void Again(ReadOnlyMemory<byte> edited, int index, Action<YamlEditor, YamlNode> edit)
    {
        var file = YamlFile.Parse(edited, "a.yaml");
        var editor = new YamlEditor(file);
        edit(editor, file.AllNodes().ElementAt(index));
        editor.Apply().Span.SequenceEqual(edited.Span).ShouldBeTrue();
    }

    // A scalar's own bytes, and the blank lines that end a block scalar.
    private static Func<string, ByteSpan, bool> Scalar(YamlNode node) => (text, region) =>
        region.Start >= node.Span.Start && (region.End <= node.Span.End || text[Math.Max(0, node.Span.End - region.Start)..].Trim().Length == 0);

    // What something is put in place of: a null, the spaces before it, or the chomping of a text that the end of the file cut.
    private static bool IsReplaceable(string text, ByteSpan region) => text.Trim() is "" or "~" or "null" or "+" || char.IsAsciiDigit(text[0]);

    // The member itself, and around it nothing but comments, spaces and punctuation.
    private static Func<string, ByteSpan, bool> Around(YamlNode first, YamlNode last) => (_, region) =>
    {
        var bytes = first.File.Text.Span;
        var (start, end) = (Math.Clamp(first.PropertiesStart, region.Start, region.End), Math.Clamp(last.Span.End, region.Start, region.End));
        var around = Encoding.UTF8.GetString(bytes[region.Start..start]) + "\n" + Encoding.UTF8.GetString(bytes[end..region.End]);
        return CommentText().Replace(around, "").Trim(' ', '\t', '\r', '\n', ',', '-', '?', ':').Length == 0;
    };

    private static bool IsKey(YamlNode node) => node.Parent is { IsMapping: true } parent && parent.Pairs.Any(pair => pair.Key == node);

    // A text of several lines in a key is a choice of styles that no one makes.
    private static bool IsKeyOfBlock(YamlNode node) => node.Style is YamlStyle.Literal or YamlStyle.Folded && IsKey(node);

    private static bool IsNeeded(YamlFile file, YamlNode node)
    {
        var end = node.Parent!.Value.IsMapping ? node.Parent!.Value.Pairs.First(pair => pair.Key == node).Value.NextIndex : node.NextIndex;
        return file.AllNodes().Any(alias => alias.Kind == YamlKind.Alias && alias.Resolved.Index >= node.Index && alias.Resolved.Index < end && !(alias.Index >= node.Index && alias.Index < end));
    }

    [GeneratedRegex("#[^\r\n]*")]
    private static partial Regex CommentText();
}
