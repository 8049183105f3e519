using GitOpsTasks.Generate.Regeneration;

namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class FilesThatComeAndGo
{
    private const string Base = "app/base/kustomization.yaml";
    private const string Web = "app/base/deployment.yaml";
    private const string Service = "app/base/service.yaml";
    private const string ServiceText = "kind: Service\nmetadata: {name: web}\nspec: {type: ClusterIP, ports: [{port: 80}]}\n";
    private readonly GeneratedFolder _folder = new();

    public FilesThatComeAndGo()
    {
        _folder.Want(Base, "kind: Kustomization\nresources: [deployment.yaml, service.yaml]\n");
        _folder.Want(Web, "kind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1}\n");
        _folder.Want(Service, ServiceText);
    }

    [Fact]
    public async Task An_unchanged_file_goes_with_its_object_and_its_entry()
    {
        await _folder.GenerateAsync();
        DropService();
        var changes = await _folder.GenerateAsync();
        changes.Files.Where(file => file.Content is null).Select(file => file.Path.Value).ShouldBe([Service]);
        _folder.Tree[Base].ShouldNotContain("service.yaml");
        _folder.Tree[GeneratedFolder.Record].ShouldNotContain("Service");
        _folder.Want(Base, "kind: Kustomization\nresources: [deployment.yaml, service.yaml]\n");
        _folder.Want(Service, ServiceText);
        await _folder.GenerateAsync();
        _folder.Tree[Base].ShouldEndWith("resources:\n- deployment.yaml\n- service.yaml\n");
        _folder.Tree.Has(Service).ShouldBeTrue();
        await _folder.ShouldBeSettledAsync();
    }

    [Theory]
    [InlineData("type: ClusterIP", "type: LoadBalancer", "6:9: error GOT4102: The spec no longer wants Service web, but this is not what was generated: 'spec.type' changed.")]
    [InlineData("type: ClusterIP", "type: ClusterIP # ours", "6:19: error GOT4102: The spec no longer wants Service web, but this is not what was generated: it has more than that.")]
    [InlineData("type: ClusterIP", "type: ClusterIP\n  extra: {a: 1}", "7:10: error GOT4102: The spec no longer wants Service web, but this is not what was generated: 'spec.extra' changed.")]
    public async Task A_changed_file_is_not_removed_unless_told_to(string old, string @new, string expected)
    {
        await _folder.GenerateAsync();
        _folder.Edit(Service, old, @new);
        DropService();
        (await _folder.RefusalAsync()).Single().ShouldStartWith($"{Service}:{expected}");
        _folder.Rules = new RegenerationRules { Prune = true };
        await _folder.GenerateAsync();
        _folder.Tree.Has(Service).ShouldBeFalse();
        _folder.Tree[Base].ShouldNotContain("service.yaml");
    }

    [Fact]
    public async Task A_changed_file_can_become_a_persons_own()
    {
        await _folder.GenerateAsync();
        _folder.Edit(Service, "ClusterIP", "LoadBalancer");
        DropService();
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.File };
        await _folder.GenerateAsync();
        _folder.Tree[Service].ShouldContain("LoadBalancer");
        _folder.Tree[Base].ShouldContain("- service.yaml");
        _folder.Tree[GeneratedFolder.Record].ShouldNotContain("Service");
        _folder.Rules = RegenerationRules.Default;
        await _folder.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Reformatting_is_no_change()
    {
        await _folder.GenerateAsync();
        _folder.Tree[Service] = "kind: \"Service\"\r\nspec: {ports: [{port: 80}], type: ClusterIP}\r\nmetadata: {name: web}\r\n";
        DropService();
        await _folder.GenerateAsync();
        _folder.Tree.Has(Service).ShouldBeFalse();
    }

    [Fact]
    public async Task A_deleted_file_comes_back_while_it_is_named()
    {
        await _folder.GenerateAsync();
        _folder.Tree.Remove(Service);
        var changes = await _folder.GenerateAsync();
        changes.Diagnostics.Single().ToString().ShouldStartWith($"{Service}: note GOT4109: The file was deleted and is written again, for '{Base}' names it.");
        _folder.Tree.Has(Service).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_deleted_with_its_entry_stays_away()
    {
        await _folder.GenerateAsync();
        _folder.Tree.Remove(Service);
        _folder.Edit(Base, "- service.yaml\n", "");
        (await _folder.GenerateAsync()).Files.ShouldBeEmpty();
        _folder.Want(Service, ServiceText.Replace("80", "81"));
        (await _folder.RefusalAsync()).Single().ShouldStartWith($"{Service}: error GOT4106: Service web was deleted here, and the spec changed it.");
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.File };
        await _folder.GenerateAsync();
        _folder.Tree.Has(Service).ShouldBeFalse();
        _folder.Rules = RegenerationRules.Default;
        await _folder.ShouldBeSettledAsync();
        _folder.Want(Service, ServiceText);
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.Spec };
        await _folder.GenerateAsync();
        _folder.Tree.Has(Service).ShouldBeTrue();
    }

    [Theory]
    [InlineData("app/base/svc.yaml")]
    [InlineData("app/base/net/web-service.yml")]
    public async Task A_renamed_file_is_found(string path)
    {
        await _folder.GenerateAsync();
        _folder.Tree[path] = _folder.Tree[Service] + "# ours\n";
        _folder.Tree.Remove(Service);
        _folder.Edit(Base, "service.yaml", path["app/base/".Length..]);
        await _folder.ShouldBeSettledAsync();
        _folder.Want(Service, ServiceText.Replace("80", "81"));
        (await _folder.GenerateAsync()).Files.Select(file => file.Path.Value).ShouldBe([GeneratedFolder.Record, path]);
        _folder.Tree[path].ShouldEndWith("  - port: 81\n# ours\n");
        DropService();
        (await _folder.GenerateAsync()).Diagnostics.Single().ToString().ShouldStartWith(
            $"{path}:2:1: warning GOT4102: The spec no longer wants Service web, which was moved here from '{Service}' and stays.");
        _folder.Tree.Has(path).ShouldBeTrue();
    }

    [Fact]
    public async Task Objects_put_into_one_file_are_found_there()
    {
        const string All = "app/base/all.yaml";
        await _folder.GenerateAsync();
        _folder.Tree[All] = _folder.Tree[Web] + "---\n" + _folder.Tree[Service];
        _folder.Tree.Remove(Web);
        _folder.Tree.Remove(Service);
        _folder.Tree[Base] = "kind: Kustomization\nresources:\n- all.yaml\n";
        await _folder.ShouldBeSettledAsync();
        _folder.Want(Service, ServiceText.Replace("80", "81"));
        _folder.Want(Web, "kind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2}\n");
        await _folder.GenerateAsync();
        _folder.Tree[All].ShouldContain("replicas: 2\n---\n");
        _folder.Tree[All].ShouldContain("port: 81\n");
        await _folder.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task A_patch_of_a_person_is_not_taken_for_the_object()
    {
        await _folder.GenerateAsync();
        _folder.Tree.Remove(Web);
        _folder.Tree["app/overlays/prod/ours.yaml"] = "kind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {hostNetwork: true}}}\n";
        _folder.Want(Web, "kind: Deployment\nmetadata: {name: web}\nspec: {replicas: 2, paused: true, strategy: {type: Recreate}, minReadySeconds: 3}\n");
        await _folder.GenerateAsync();
        _folder.Tree.Has(Web).ShouldBeTrue();
        _folder.Tree["app/overlays/prod/ours.yaml"].ShouldNotContain("replicas");
    }

    [Fact]
    public async Task A_kustomization_under_another_name_is_the_same()
    {
        await _folder.GenerateAsync();
        _folder.Tree["app/base/kustomization.yml"] = _folder.Tree[Base];
        _folder.Tree.Remove(Base);
        _folder.Want("app/base/config.yaml", "kind: ConfigMap\n");
        _folder.Want(Base, "kind: Kustomization\nresources: [config.yaml, deployment.yaml, service.yaml]\n");
        await _folder.GenerateAsync();
        _folder.Tree.Has(Base).ShouldBeFalse();
        _folder.Tree["app/base/kustomization.yml"].ShouldContain("- config.yaml\n");
        await _folder.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Environments_that_go_take_their_overlays_but_for_those_with_work_in_them()
    {
        foreach (var name in new[] { "dev", "prod" })
        {
            _folder.Want($"app/overlays/{name}/kustomization.yaml", "kind: Kustomization\nimages: [{name: web, newTag: v1}]\npatches: [{path: patch.yaml}]\n", isShared: true);
            _folder.Want($"app/overlays/{name}/patch.yaml", "kind: Deployment\nspec: {replicas: 2}\n");
        }

        await _folder.GenerateAsync();
        _folder.Edit("app/overlays/prod/kustomization.yaml", "v1", "v2");
        foreach (var path in _folder.Wanted.Select(file => file.Path.Value).Where(path => path.Contains("overlays")).ToList())
            _folder.WantNo(path);
        (await _folder.RefusalAsync()).Single().ShouldContain("'images[name=web].newTag' changed");
        _folder.Rules = new RegenerationRules { OnConflict = ConflictChoice.File };
        await _folder.GenerateAsync();
        _folder.Tree.Files.Keys.Select(path => path.Value).Where(path => path.Contains("overlays"))
            .ShouldBe(["app/overlays/prod/kustomization.yaml", "app/overlays/prod/patch.yaml"]);
    }

    private void DropService()
    {
        _folder.WantNo(Service);
        _folder.Want(Base, "kind: Kustomization\nresources: [deployment.yaml]\n");
    }
}
