using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Generate;
using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Tests.Yaml;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class GeneratingOverAnything
{
    private const string File = "app/a.yaml";

    [Fact]
    public void Writes_what_is_meant_or_says_why_not() => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 5_000 : 200),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => RunAsync(new Random(seed)).GetAwaiter().GetResult()));

    [Theory]
    [InlineData("a: &a [*a]\n")]
    [InlineData("a: &a {b: *a}\nc: {<<: *a}\n")]
    [InlineData("a: &a {b: &b {c: &c {d: 1}}}\nx: {<<: [*a, *b, *c]}\n")]
    [InlineData("? {a: b}\n: c\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("# only\n")]
    [InlineData("")]
    [InlineData("--- \n...\n")]
    [InlineData("a: 1\n---\nb: 2\n---\n")]
    [InlineData("\uFEFFa: !!str 1\nb: !x {c: d}\n")]
    public async Task Takes_odd_files(string text) => await OverAsync(text, Map("a: 1\nb: {c: d}\n"), Map("a: 2\nb: {c: e}\nf: [x]\n"));

    [Fact]
    public async Task Ends_where_aliases_stand_for_more_than_any_memory_holds()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 12).Select(i =>
            $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));
        (await OverAsync(text, Map("a: 1\n"), Map("a: 2\n"))).ShouldStartWith("app/a.yaml:");
    }

    private static async Task RunAsync(Random random)
    {
        var documents = Enumerable.Range(0, 3).Select(_ => new RandomDocument(random).Write()).ToList();
        var maps = documents.Select(text => YamlFile.Parse(System.Text.Encoding.UTF8.GetBytes(text), "a.yaml").Documents[0]).Where(root => root.IsMapping).Select(root => (YamlMap)ValueReader.Read(root)).ToList();
        if (maps.Count == 3)
            await OverAsync(documents[random.Next(3)], maps[1], maps[random.Next(3)]);
    }

    // What is wrong; empty where nothing is.
    private static async Task<string> OverAsync(string text, YamlMap recorded, YamlMap wanted)
    {
        var folder = new GeneratedFolder();
        folder.Want(File, recorded);
        await folder.GenerateAsync();
        folder.Tree[File] = text;
        folder.Want(File, wanted);
        folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.Spec };
        try
        {
            await folder.GenerateAsync();
        }
        catch (TaskFailedException e)
        {
            folder.Tree[File].ShouldBe(text);
            return e.Message;
        }

        folder.Rules = RegenerationRules.Default;
        await folder.ShouldBeSettledAsync();
        return "";
    }

    private static YamlMap Map(string text) => (YamlMap)ValueReader.Read(Document.Root(text));
}
