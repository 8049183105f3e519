using Cake.GitOps;

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
}
