using GitOpsTasks.Generate.Regeneration;

namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class KeepingARecord
{
    private const string File = "app/base/web.yaml";
    private readonly GeneratedFolder _folder = new();

    [Fact]
    public async Task Has_a_line_for_each_field()
    {
        _folder.Want(File, """
            kind: Deployment
            metadata: {name: web, annotations: {"a.b/c": "1", on: x}}
            spec:
              replicas: 2
              args: [run, "--on"]
              volumes: [{name: tmp, emptyDir: {}}, {name: data, emptyDir: {sizeLimit: 1Gi}}]
              steps: [{setWeight: 5}, {pause: {}}]
            """);
        _folder.Want("app/base/secret.yaml", "kind: Secret\nstringData: {p: pw}\n");
        _folder.Want("clusters/prod/kustomization.yaml", "text: \"two\\nlines\\n\"\n");
        await _folder.GenerateAsync();
        _folder.Tree[GeneratedFolder.Record].ShouldBe("""
            # What 'gitops generate' wrote last, field by field. Commit it with the files; it is not to be edited.
            version: 1
            files:
              base/secret.yaml:
                kind: Secret
                stringData.p: {sha256: 30c952fab122c3f9759f02a6d95c3758b246b4fee239957b2d4fee46e26170c4}
              base/web.yaml:
                kind: Deployment
                metadata.name: web
                metadata.annotations["a.b/c"]: "1"
                metadata.annotations.on: x
                spec.replicas: 2
                spec.args:
                - run
                - --on
                spec.volumes[name=tmp].name: tmp
                spec.volumes[name=tmp].emptyDir: {}
                spec.volumes[name=data].name: data
                spec.volumes[name=data].emptyDir.sizeLimit: 1Gi
                spec.steps[0].setWeight: 5
                spec.steps[1].pause: {}
              ../clusters/prod/kustomization.yaml:
                text: {sha256: 7a27eecd0e14b9b6a38c2d7b6a5cd3b1f7f0a4d9}

            """.Replace("7a27eecd0e14b9b6a38c2d7b6a5cd3b1f7f0a4d9", RecordedHash.Of("two\nlines\n").Hex));
        await _folder.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Is_the_same_whatever_people_made_of_the_files()
    {
        _folder.Want(File, "a: 1\nb: {c: x}\n");
        await _folder.GenerateAsync();
        var record = _folder.Tree[GeneratedFolder.Record];
        _folder.Edit(File, "c: x", "c: mine");
        await _folder.GenerateAsync();
        _folder.Tree[GeneratedFolder.Record].ShouldBe(record);
    }

    [Fact]
    public async Task Keeps_line_ends_that_a_checkout_gave_it()
    {
        _folder.Want(File, "a: 1\n");
        await _folder.GenerateAsync();
        _folder.Tree[GeneratedFolder.Record] = _folder.Tree[GeneratedFolder.Record].ReplaceLineEndings("\r\n");
        await _folder.ShouldBeSettledAsync();
        _folder.Want(File, "a: 2\n");
        await _folder.GenerateAsync();
        _folder.Tree[GeneratedFolder.Record].ShouldEndWith("  base/web.yaml:\r\n    a: 2\r\n");
    }

    [Theory]
    [InlineData("version: 1\nfiles: {a: {b: [}}\n", "error GOT4103: The record of what was generated cannot be read: ")]
    [InlineData("files: {}\n", "1:1: error GOT4103: The record of what was generated cannot be read: it says no version.")]
    [InlineData("version: 1\n", "1:1: error GOT4103: The record of what was generated cannot be read: it names no files.")]
    [InlineData("version: 1\nfiles:\n  ../../x: {a: 1}\n", "3:3: error GOT4103: The record of what was generated cannot be read: '../../x' is not the fields of a file.")]
    [InlineData("version: 1\nfiles:\n  x: {a: 1, a.b: 2}\n", "3:3: error GOT4103: The record of what was generated cannot be read: 'x' is not the fields of a file.")]
    [InlineData("version: 2\nfuture: true\n", "1:10: error GOT4104: This record is of version 2; version 1 is known here. Use the gitops that wrote it, or a newer one.")]
    public async Task Is_refused_where_it_cannot_be_read(string record, string expected)
    {
        _folder.Want(File, "a: 1\n");
        _folder.Tree[GeneratedFolder.Record] = record;
        (await _folder.RefusalAsync())[0].ShouldContain(expected);
        _folder.Tree.Has(File).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_one_equal_files_are_taken_over_and_others_are_in_conflict()
    {
        _folder.Want(File, "a: 1\nb: x\n");
        await _folder.GenerateAsync();
        _folder.Tree.Remove(GeneratedFolder.Record);
        await _folder.GenerateAsync();
        await _folder.ShouldBeSettledAsync();
        _folder.Tree.Remove(GeneratedFolder.Record);
        _folder.Edit(File, "b: x", "b: 'x' # ours\nmine: 1");
        _folder.Want(File, "a: 2\nb: x\nc: new\n");
        (await _folder.RefusalAsync()).Single().ShouldStartWith(
            $"{File}:2:4: error GOT4101: 'a' is '1' here, the spec wants '2', and no record says who changed it.");
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.Spec };
        await _folder.GenerateAsync();
        _folder.Tree[File].ShouldEndWith("a: 2\nb: 'x' # ours\nc: new\nmine: 1\n");
    }

    [Fact]
    public async Task Without_one_files_of_others_are_refused_unless_they_are_what_is_wanted()
    {
        _folder.Want(File, "a: 1\n");
        _folder.Tree[File] = "a: 2\n";
        (await _folder.RefusalAsync()).Single().ShouldStartWith($"{File}:1:1: error GOT4006: '{File}' was not generated and would be overwritten.");
        _folder.Tree[File] = "a: 1 # by hand\n";
        (await _folder.GenerateAsync()).Files.Single().Path.Value.ShouldBe(GeneratedFolder.Record);
        _folder.Want(File, "a: 3\n");
        await _folder.GenerateAsync();
        _folder.Tree[File].ShouldBe("a: 3 # by hand\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("||||||| base\n    a: 1\n")]
    public async Task Of_two_branches_in_conflict_either_counts_as_generated(string ancestor)
    {
        _folder.Want(File, "a: 1\nb: x\n");
        await _folder.GenerateAsync();
        _folder.Tree[GeneratedFolder.Record] = _folder.Tree[GeneratedFolder.Record].Replace(
            "    a: 1\n", $"<<<<<<< ours\n    a: 2\n{ancestor}=======\n    a: 3\n>>>>>>> theirs\n");
        _folder.Want(File, "a: 4\nb: x\n");
        foreach (var value in new[] { "2", "3" })
        {
            _folder.Tree[File] = $"a: {value}\nb: mine\n";
            var changes = await _folder.PlanAsync();
            changes.Diagnostics.Single().Code.ShouldBe("GOT4108");
            changes.Kept.Single().Field.ShouldBe("b");
            System.Text.Encoding.UTF8.GetString(changes.Files[1].Content!.Value.Span).ShouldBe("a: 4\nb: mine\n");
        }

        _folder.Tree[File] = "a: 9\nb: x\n";
        (await _folder.RefusalAsync())[0].ShouldContain("'a' was changed here from '2' to '9', and by the spec to '4'.");
    }

    [Fact]
    public async Task Goes_with_the_last_file()
    {
        _folder.Want(File, "a: 1\n");
        await _folder.GenerateAsync();
        _folder.WantNo(File);
        await _folder.GenerateAsync();
        _folder.Tree.Files.ShouldBeEmpty();
    }
}
