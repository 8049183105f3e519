using System.Xml.Linq;
using Cake.GitOps;
using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Cake;

public sealed class PackingTheAddin(PackedHosts packed)
{
    [Fact]
    public async Task Has_one_assembly_and_no_engine_in_lib() =>
        Packages.Entries(await packed.PackageAsync("Cake.GitOps")).ShouldBe(
        [
            "Cake.GitOps.nuspec",
            "LICENSE",
            "README.md",
            "icon.png",
            "lib/net10.0/Cake.GitOps.dll",
            "lib/net10.0/Cake.GitOps.xml",
        ]);

    [Fact]
    public void Holds_the_engine_and_what_it_needs_inside() =>
        typeof(GitOpsAliases).Assembly.GetManifestResourceNames().ShouldBe(
            ["Cake.GitOps.Engine.dll", "DiffPlex.dll", "GitOpsTasks.dll", "Polly.Core.dll"], ignoreOrder: true);

    [Fact]
    public async Task Shows_a_page_that_names_every_alias_and_whose_links_lead_somewhere()
    {
        var package = await packed.PackageAsync("Cake.GitOps");
        var page = Packages.Read(package, "README.md");
        foreach (var task in DeclaredFiles.BuildTasks)
            page.ShouldContain($"| `GitOps{HostNames.Pascal(task.Name)}` |");
        Packages.RelativeLinks(package).ShouldBeEmpty();
    }

    [Fact]
    public async Task Has_the_tags_that_addins_are_found_by()
    {
        var tags = XDocument.Parse(Packages.Read(await packed.PackageAsync("Cake.GitOps"), "Cake.GitOps.nuspec"))
            .Descendants().Single(element => element.Name.LocalName == "tags").Value.Split(' ');
        foreach (var tag in new[] { "cake", "script", "build", "cake-build", "addin", "cake-addin" })
            tags.ShouldContain(tag);
    }

    [Fact]
    public async Task Shows_examples_of_every_alias_in_its_documentation()
    {
        var members = XDocument.Parse(Packages.Read(await packed.PackageAsync("Cake.GitOps"), "lib/net10.0/Cake.GitOps.xml")).Descendants("member").ToList();
        foreach (var task in DeclaredFiles.BuildTasks)
        {
            var alias = members.Single(member => member.Attribute("name")!.Value.StartsWith($"M:Cake.GitOps.GitOpsAliases.GitOps{HostNames.Pascal(task.Name)}(", StringComparison.Ordinal));
            alias.Elements("example").Count().ShouldBe(task.Examples.Count);
        }
    }
}
