namespace GitOpsTasks.Tests.Generate.Regeneration;

public sealed class FilesOfAnotherName
{
    private const string Base = "app/base/kustomization.yaml";
    private const string Old = "app/base/service.yaml";
    private const string New = "app/base/web-service.yaml";
    private const string Service = "kind: Service\nmetadata: {name: web}\nspec: {type: ClusterIP, ports: [{port: 80}]}\n";
    private readonly GeneratedFolder _folder = new();

    public FilesOfAnotherName()
    {
        _folder.Want(Base, "kind: Kustomization\nresources: [service.yaml]\n");
        _folder.Want(Old, Service);
    }

    [Fact]
    public async Task Have_what_people_changed_in_the_old_one()
    {
        await _folder.GenerateAsync();
        _folder.Edit(Old, "type: ClusterIP", "type: LoadBalancer # ours");
        Rename(Service.Replace("80", "81"));
        await _folder.GenerateAsync();
        _folder.Tree.Has(Old).ShouldBeFalse();
        _folder.Tree[New].ShouldEndWith("spec:\n  type: LoadBalancer # ours\n  ports:\n  - port: 81\n");
        _folder.Tree[Base].ShouldEndWith("resources:\n- web-service.yaml\n");
        await _folder.ShouldBeSettledAsync();
    }

    [Fact]
    public async Task Tell_conflicts_where_the_old_one_is()
    {
        await _folder.GenerateAsync();
        _folder.Edit(Old, "ClusterIP", "LoadBalancer");
        Rename(Service.Replace("ClusterIP", "NodePort"));
        (await _folder.RefusalAsync()).Single().ShouldStartWith($"{Old}:6:9: error GOT4101: 'spec.type' was changed here from 'ClusterIP' to 'LoadBalancer'");
        _folder.Tree.Has(Old).ShouldBeTrue();
    }

    private void Rename(string service)
    {
        _folder.WantNo(Old);
        _folder.Want(New, service);
        _folder.Want(Base, "kind: Kustomization\nresources: [web-service.yaml]\n");
    }
}
