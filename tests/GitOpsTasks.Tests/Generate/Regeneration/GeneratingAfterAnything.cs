using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Bump;
using GitOpsTasks.Edits;
using GitOpsTasks.Generate;
using GitOpsTasks.Generate.Regeneration;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class GeneratingAfterAnything
{
    private const string Base = "app/base/deployment.yaml";
    private const string Overlay = "app/overlays/prod/kustomization.yaml";

    [Fact]
    public void Loses_nothing_applies_all_and_conflicts_exactly_where_both_changed()
    {
        var conflicts = 0;
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("GITOPSTASKS_FULL") == "1" ? 5_000 : 300),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => conflicts += RunAsync(seed).GetAwaiter().GetResult()));
        conflicts.ShouldBeGreaterThan(50);
    }

    private static async Task<int> RunAsync(int seed)
    {
        var random = new Random(seed);
        var (app, folder) = (new RandomApp(random), new GeneratedFolder());
        var person = new RandomPerson(random, app);
        await RoundAsync(folder, app, random.Next(8));
        var conflicts = 0;
        for (var round = random.Next(1, 4); round > 0; round--)
        {
            if (random.Next(2) == 0)
                await BumpAsync(folder.Tree, $"b{random.Next(100)}");
            folder.Tree[Base] = person.Edit(folder.Tree[Base]);
            folder.Tree[Overlay] = person.Edit(folder.Tree[Overlay]);
            conflicts += await RoundAsync(folder, app, random.Next(5));
        }

        return conflicts;
    }

    // Changes the spec, plans, compares with the model, and generates with the spec's or the file's side of conflicts.
    private static async Task<int> RoundAsync(GeneratedFolder folder, RandomApp app, int changes)
    {
        var before = folder.Wanted.ToDictionary(file => file.Path.Value, file => file.Object!);
        for (var i = 0; i < changes; i++)
            app.Change();
        folder.Want(Base, app.Deployment());
        folder.Want(Overlay, app.Overlay());
        if (before.Count == 0)
        {
            await folder.GenerateAsync();
            return 0;
        }

        var models = before.Keys.ToDictionary(
            path => path, path => new FieldModel(before[path], folder.Wanted.Single(file => file.Path.Value == path).Object!, ValueOf(folder.Tree, path)));
        folder.Rules = new RegenerationRules { IsPreview = true };
        var plan = await folder.PlanAsync();
        ShouldBe(plan, folder, models, model => model.Merged);
        plan.Conflicts.Count.ShouldBe(models.Values.Sum(model => model.Conflicts.Count), string.Join('\n', plan.Conflicts));
        folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.Spec };
        ShouldBe(await folder.PlanAsync(), folder, models, model => model.WithSpec);
        if (changes % 2 == 0)
            folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.File };
        await folder.GenerateAsync();
        folder.Rules = RegenerationRules.Default;
        await folder.ShouldBeSettledAsync();
        return plan.Conflicts.Count;
    }

    private static void ShouldBe(
        ChangeSet plan, GeneratedFolder folder, Dictionary<string, FieldModel> models, Func<FieldModel, Dictionary<string, string>> expected)
    {
        var after = new MemoryTree();
        foreach (var (path, content) in folder.Tree.Files)
            after.Files[path] = content;
        after.Take(plan);
        foreach (var (path, model) in models)
        {
            FieldModel.Fields(ValueOf(after, path)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .ShouldBe(expected(model).OrderBy(pair => pair.Key, StringComparer.Ordinal), folder.Tree[path] + after[path]);
            if (FieldValues.Same(ValueOf(folder.Tree, path), ValueOf(after, path), ""))
                after[path].ShouldBe(folder.Tree[path]);
            var left = Comments(after[path]).Concat(plan.Diagnostics.Where(found => found.Code == "GOT4107").Select(found => found.Message.Split('\'')[1]));
            Comments(folder.Tree[path]).ShouldBeSubsetOf(left, folder.Tree[path] + after[path]);
        }
    }

    private static IEnumerable<string> Comments(string text)
    {
        var file = YamlFile.Parse(Encoding.UTF8.GetBytes(text), "a.yaml");
        return CurrentObject.CommentsOf(file).Select(token => Encoding.UTF8.GetString(file.Content.Span[token.Span.Start..token.Span.End]));
    }

    private static YamlValue ValueOf(MemoryTree tree, string path) => ValueReader.Read(Yaml.Document.Root(tree[path]));

    private static async Task BumpAsync(MemoryTree tree, string tag) => tree.Take(await BumpEdit.Over([TreePath.Parse(Overlay)], allowNoMatch: true, ImageEditRules.Default)(
        tree, new Plan { Images = [new ImageUpdate("web", null, tag, null)], MadeAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken));
}
