using GitOpsTasks.Generate;
using GitOpsTasks.Generate.Regeneration;

namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class ReportingConflicts
{
    private const string File = "app/base/deployment.yaml";
    private readonly GeneratedFolder _folder = new();

    /// <summary>What was generated; what a person makes of it; what the spec wants then; the message.</summary>
    public static TheoryData<string, string, string, string> Conflicts { get; } = new()
    {
        { "replicas: 1\n", "replicas: 5\n", "replicas: 3\n", "1:11: error GOT4101: 'replicas' was changed here from '1' to '5', and by the spec to '3'." },
        { "a: 1\nb: x\n", "a: 1\n", "a: 1\nb: y\n", "1:1: error GOT4101: 'b' was taken out here, and the spec changed it from 'x' to 'y'." },
        { "a: 1\nb: x\n", "a: 1\nb: y\n", "a: 1\n", "2:4: error GOT4101: 'b' was changed here from 'x' to 'y', and the spec no longer has it." },
        { "a: 1\n", "a: 1\nb: x\n", "a: 1\nb: y\n", "2:4: error GOT4101: 'b' is 'x' here, and the spec now has 'y'." },
        { "a: 1\nprobe: {path: /a}\n", "a: 1\nprobe: {path: /a, period: 5}\n", "a: 1\n", "2:8: error GOT4101: 'probe' was changed here from '{path: /a}' to '{path: /a, period: 5}', and the spec no longer has it." },
        { "args: [a]\n", "args: [a, b]\n", "args: [c]\n", "1:7: error GOT4101: 'args' was changed here from '[a]' to '[a, b]', and by the spec to '[c]'." },
        { "initContainers:\n- {name: x, a: k}\n- {name: y}\n", "initContainers:\n- {name: y}\n- {name: x, a: k}\n", "initContainers:\n- {name: x, a: l}\n- {name: y}\n", "2:1: error GOT4101: 'initContainers' was changed here from '[{name: x, a: k}, {name: y}]' to '[{name: y}, {name: x, a: k}]', and by the spec to '[{name: x, a: l}, {name: y}]'." },
        { "env:\n- {name: A, value: a}\n- {name: B, value: b}\n", "env:\n- {name: A, value: z}\n- {name: B, value: b}\n", "env:\n- {name: B, value: b}\n", "2:3: error GOT4101: 'env[name=A]' was changed here from '{name: A, value: a}' to '{name: A, value: z}', and the spec no longer has it." },
        { "env:\n- {name: A, value: a}\n", "env:\n- {name: A, value: z}\n", "env:\n- {name: A, value: y}\n", "2:20: error GOT4101: 'env[name=A].value' was changed here from 'a' to 'z', and by the spec to 'y'." },
        { "images:\n- {name: web, newTag: v1}\n", "images:\n- {name: web, newTag: v1, digest: sha256:aa}\n", "images:\n- {name: web, newTag: v2}\n", "2:23: error GOT4101: 'images[name=web].newTag' was changed here from '{newTag: v1}' to '{newTag: v1, digest: sha256:aa}', and by the spec to '{newTag: v2}'." },
        { "labels: {\"a.b/c\": x}\n", "labels: {\"a.b/c\": y}\n", "labels: {\"a.b/c\": z}\n", "1:19: error GOT4101: 'labels[\"a.b/c\"]' was changed here from 'x' to 'y', and by the spec to 'z'." },
        { "a: text\n", "a: |\n  two\n  lines\n", "a: other\n", "1:4: error GOT4101: 'a' was changed here from 'text' to 'two lines ', and by the spec to 'other'." },
    };

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task Tells_all_values_and_writes_nothing(string generated, string edited, string wanted, string expected)
    {
        await ArrangeAsync(generated, edited, wanted);
        var record = _folder.Tree[GeneratedFolder.Record];
        (await _folder.RefusalAsync()).Single().ShouldBe(
            $"{File}:{expected} Change one of them to what is right; or pass --on-conflict spec to take the spec's values, --on-conflict file to keep those here.");
        _folder.Tree[File].ShouldBe(edited);
        _folder.Tree[GeneratedFolder.Record].ShouldBe(record);
    }

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task Takes_the_specs_values_where_told_to(string generated, string edited, string wanted, string expected)
    {
        _ = expected;
        await ArrangeAsync(generated, edited, wanted);
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.Spec };
        (await _folder.GenerateAsync()).Conflicts.ShouldBeEmpty();
        var (after, meant) = (ValueReader.Read(Yaml.Document.Root(_folder.Tree[File])), ValueReader.Read(Yaml.Document.Root(wanted)));
        FieldValues.Same(after, meant, "").ShouldBeTrue(_folder.Tree[File]);
        await _folder.ShouldBeSettledAsync();
    }

    [Theory]
    [MemberData(nameof(Conflicts))]
    public async Task Keeps_the_files_values_where_told_to(string generated, string edited, string wanted, string expected)
    {
        _ = expected;
        await ArrangeAsync(generated, edited, wanted);
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.File };
        (await _folder.GenerateAsync()).Kept.ShouldNotBeEmpty();
        _folder.Tree[File].ShouldBe(edited);
        _folder.Rules = RegenerationRules.Default;
        await _folder.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Tells_them_all_at_once()
    {
        await ArrangeAsync("a: 1\nb: 1\nc: 1\n", "a: 2\nb: 2\nc: 1\n", "a: 3\nb: 3\nc: 3\n");
        (await _folder.RefusalAsync()).Count.ShouldBe(2);
        _folder.Rules = new RegenerationRules { IsPreview = true };
        var preview = await _folder.PlanAsync();
        preview.Conflicts.Select(field => (field.Field, field.Old, field.New)).ShouldBe([("a", "2", "3"), ("b", "2", "3")]);
        preview.Files.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Never_shows_what_a_secret_holds()
    {
        const string Secret = "kind: Secret\nmetadata: {name: s}\nstringData: {password: ";
        await ArrangeAsync(Secret + "alpha}\n", Secret + "beta}\n", Secret + "gamma}\n");
        _folder.Tree[GeneratedFolder.Record].ShouldNotContain("alpha");
        var refusal = (await _folder.RefusalAsync()).Single();
        refusal.ShouldContain("'stringData.password' was changed here from '(secret)' to '(secret)'");
        _folder.Rules = new RegenerationRules { IsPreview = true };
        string.Join(' ', (await _folder.PlanAsync()).Conflicts).ShouldNotContain("beta");
    }

    private async Task ArrangeAsync(string generated, string edited, string wanted)
    {
        _folder.Want(File, generated);
        await _folder.GenerateAsync();
        _folder.Tree[File] = edited;
        _folder.Want(File, wanted);
    }
}
