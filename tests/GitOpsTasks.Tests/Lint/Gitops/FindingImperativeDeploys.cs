using GitOpsTasks.Lint.Gitops;
using GitOpsTasks.Trees;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Lint.Gitops;

public sealed class FindingImperativeDeploys : GitopsRepository
{
    private async Task<string> FindInAsync(string path, string text)
    {
        Place.Write(path, text);
        var repository = new GitOpsTasks.Lint.LintedRepository(
            [new GitOpsTasks.Lint.LintFile(TreePath.Parse(path), YamlFile.Parse(await File.ReadAllBytesAsync(Place.PathOf(path)), path))], new WorkTree(Place.Folder));
        var graph = new RepositoryGraph(repository);
        return string.Join(' ', GitOpsTasks.Lint.Gitops.Checks.ImperativeDeployCheck.Run(graph).Select(finding => $"{finding.Place!.Line}:{finding.Place.Column}"));
    }

    [Theory]
    [InlineData("kubectl apply -f x.yaml", "3:10")]
    [InlineData("kubectl --context prod -n shop apply -k .", "3:10")]
    [InlineData("cd x && helm upgrade --install web .", "3:18")]
    [InlineData("/usr/bin/helm --debug install web .", "")]
    [InlineData("argocd app sync web", "3:10")]
    [InlineData("kubectl apply --dry-run=client -f x.yaml", "")]
    [InlineData("kubectl diff -f x.yaml", "")]
    [InlineData("kubectl get pods && echo apply", "")]
    [InlineData("helm template . | kubeconform", "")]
    [InlineData("helm install-plugin x", "")]
    [InlineData("|\n      # kubectl apply -f a\n      echo a # kubectl apply\n      kubectl apply -f b\n", "6:7")]
    [InlineData("|\n      kubectl apply \\\n        --dry-run=server -f b\n", "")]
    [InlineData("|\n      kind create cluster\n      kubectl apply -f b\n", "")]
    public async Task Finds_commands_that_change_clusters(string script, string place) =>
        (await FindInAsync(".github/workflows/a.yaml", $"jobs:\n  a:\n  - run: {script}\n")).ShouldBe(place);

    [Theory]
    [InlineData(".gitlab-ci.yml", "deploy:\n  script:\n  - kubectl apply -f x\n", "3:5")]
    [InlineData("azure-pipelines-prod.yml", "steps:\n- bash: helm upgrade web .\n", "2:9")]
    [InlineData("apps/web.yaml", "run: kubectl apply -f x\n", "")]
    [InlineData(".github/workflows/b.yaml", "name: kubectl apply\n", "")]
    public async Task Looks_at_scripts_of_workflows(string path, string text, string place) => (await FindInAsync(path, text)).ShouldBe(place);
}
