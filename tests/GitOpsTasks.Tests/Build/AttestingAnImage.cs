using System.Security.Cryptography;
using System.Text.Json;
using GitOpsTasks.Build;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

public sealed class AttestingAnImage : IDisposable
{
    private const string Sbom = "application/spdx+json";
    private const string Provenance = "application/vnd.in-toto+json";
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Is_found_and_read_back_by_oras()
    {
        await using var server = await DockerRegistryServer.StartAsync();
        _workshop.Write("notes.txt", "notes");
        var spec = Samples.Layers(_workshop, $"{server.Host}/acme/web") with { Sbom = true, Provenance = true, Attach = [new AttachedFile("text/plain", "notes.txt")] };

        var image = await Samples.BuildAsync(_workshop.Context, spec, push: true);

        image.Attached.Select(attached => attached.Type).ShouldBe([Sbom, Provenance, "text/plain"]);
        using var found = JsonDocument.Parse(await _workshop.RunAsync("oras", "discover", "--plain-http", "--format", "json", $"{spec.Repository}:1.2.3"));
        Referrers(found).ShouldBe(image.Attached.Select(attached => (attached.Type, attached.Digest)), ignoreOrder: true);
        foreach (var attached in image.Attached)
            await _workshop.RunAsync("oras", "pull", "--plain-http", "--output", "pulled", $"{spec.Repository}@{attached.Digest}");
        File.ReadAllText(_workshop.PathOf("pulled/notes.txt")).ShouldBe("notes");
        Validate(JsonDocument.Parse(File.ReadAllText(_workshop.PathOf("pulled/sbom.spdx.json"))).RootElement);
        using var statement = JsonDocument.Parse(File.ReadAllText(_workshop.PathOf("pulled/provenance.intoto.json")));
        statement.RootElement.GetProperty("subject")[0].GetProperty("digest").GetProperty("sha256").GetString().ShouldBe(OciDigest.Hex(image.Digest!));
        var uploads = await server.UploadsAsync();
        (await Samples.BuildAsync(_workshop.Context, spec, push: true)).Attached.ShouldBe(image.Attached);
        (await server.UploadsAsync()).ShouldBe(uploads);
    }

    [Fact]
    public async Task Is_in_a_layout_as_it_is_in_a_registry()
    {
        var spec = Samples.Layers(_workshop, "registry.example.com/acme/web") with { Sbom = true, Platforms = ["linux/amd64", "linux/arm64"] };

        var image = await Samples.BuildAsync(_workshop.Context, spec, artifact: "out");

        image.Attached.Count.ShouldBe(2);
        foreach (var (platform, attached) in image.PlatformImages.Zip(image.Attached))
        {
            var listed = await new OciLayout(image.Artifact!).ListReferrersAsync(platform.Digest!, TestContext.Current.CancellationToken);
            listed.ShouldHaveSingleItem().Digest.ShouldBe(attached.Digest);
        }
    }

    [Fact]
    public async Task Lists_files_with_their_hashes_and_packages_with_their_names()
    {
        _workshop.Write("src/app/web.deps.json", """
            {"libraries":{"web/1.0.0":{"type":"project"},"Polly.Core/8.9.1":{"type":"package","sha512":"sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="}}}
            """);
        _workshop.Write("src/app/broken.deps.json", "{}");
        var spec = Samples.Layers(_workshop, "registry.example.com/acme/web") with { Sbom = true };

        var document = await SbomAsync(await Samples.BuildAsync(_workshop.Context, spec, artifact: "out"));

        Validate(document);
        var files = document.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("fileName").GetString()!);
        files.Keys.ShouldBe(["./app/broken.deps.json", "./app/data/B.txt", "./app/data/a.txt", "./app/web", "./app/web.deps.json", "./etc/web/settings.json"]);
        Checksum(files["./app/data/a.txt"], "SHA256").ShouldBe(Convert.ToHexStringLower(SHA256.HashData("a"u8)));
        Checksum(files["./app/data/a.txt"], "SHA1").ShouldBe("86f7e437faa5a7fce15d1ddcb9eaeaea377667b8");
        var package = document.GetProperty("packages").EnumerateArray().Single(package => package.GetProperty("name").GetString() == "Polly.Core");
        package.GetProperty("externalRefs")[0].GetProperty("referenceLocator").GetString().ShouldBe("pkg:nuget/Polly.Core@8.9.1");
        Checksum(package, "SHA512").ShouldBe(Convert.ToHexStringLower(SHA512.HashData([])));
    }

    [Fact]
    public async Task States_commit_base_and_run()
    {
        await BaseSamples.PushDockerImageAsync(new OciLayout(_workshop.PathOf("base")), "1");
        _workshop.With("GITHUB_SERVER_URL", "https://github.example.com").With("GITHUB_REPOSITORY", "acme/web")
            .With("GITHUB_WORKFLOW_REF", "acme/web/.github/workflows/ci.yml@refs/heads/main").With("GITHUB_RUN_ID", "42");
        var spec = BaseSamples.On(_workshop, "registry.example.com/acme/web", "oci:../base") with { Provenance = true };

        var image = await Samples.BuildAsync(_workshop.Context, spec, artifact: "out");

        var statement = await FileAsync(image, Provenance);
        statement.GetProperty("_type").GetString().ShouldBe("https://in-toto.io/Statement/v1");
        statement.GetProperty("predicateType").GetString().ShouldBe("https://slsa.dev/provenance/v1");
        var definition = statement.GetProperty("predicate").GetProperty("buildDefinition");
        definition.GetProperty("buildType").GetString().ShouldNotBeNullOrEmpty();
        definition.GetProperty("externalParameters").GetProperty("base").GetString().ShouldBe("oci:../base");
        var inputs = definition.GetProperty("resolvedDependencies");
        inputs[0].GetProperty("digest").GetProperty("gitCommit").GetString().ShouldBe(Samples.Revision.Commit);
        inputs[1].GetProperty("digest").GetProperty("sha256").GetString().ShouldBe(OciDigest.Hex(image.Labels["org.opencontainers.image.base.digest"]));
        var run = statement.GetProperty("predicate").GetProperty("runDetails");
        run.GetProperty("builder").GetProperty("id").GetString().ShouldBe("https://github.example.com/acme/web/.github/workflows/ci.yml@refs/heads/main");
        run.GetProperty("metadata").GetProperty("invocationId").GetString().ShouldBe("https://github.example.com/acme/web/actions/runs/42/attempts/1");
    }

    // What SPDX 2.3 makes mandatory, clause by clause, and that every reference leads somewhere.
    private static void Validate(JsonElement document)
    {
        document.GetProperty("spdxVersion").GetString().ShouldBe("SPDX-2.3");
        document.GetProperty("dataLicense").GetString().ShouldBe("CC0-1.0");
        document.GetProperty("SPDXID").GetString().ShouldBe("SPDXRef-DOCUMENT");
        document.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        var space = new Uri(document.GetProperty("documentNamespace").GetString()!, UriKind.Absolute);
        space.Fragment.ShouldBeEmpty();
        document.GetProperty("creationInfo").GetProperty("created").GetString()!.ShouldMatch(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\z");
        document.GetProperty("creationInfo").GetProperty("creators")[0].GetString().ShouldStartWith("Tool: ");
        var packages = document.GetProperty("packages").EnumerateArray().ToList();
        var files = document.GetProperty("files").EnumerateArray().ToList();
        foreach (var package in packages)
        {
            package.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
            package.GetProperty("downloadLocation").GetString().ShouldBe("NOASSERTION");
            package.TryGetProperty("packageVerificationCode", out _).ShouldBe(package.GetProperty("filesAnalyzed").GetBoolean());
        }

        foreach (var file in files)
        {
            file.GetProperty("fileName").GetString().ShouldStartWith("./");
            Checksum(file, "SHA1").Length.ShouldBe(40);
        }

        var ids = packages.Concat(files).Select(element => element.GetProperty("SPDXID").GetString()!).Append("SPDXRef-DOCUMENT").ToList();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => System.Text.RegularExpressions.Regex.IsMatch(id, @"\ASPDXRef-[A-Za-z0-9.-]+\z"));
        var relationships = document.GetProperty("relationships").EnumerateArray().ToList();
        relationships.SelectMany(one => new[] { one.GetProperty("spdxElementId").GetString()!, one.GetProperty("relatedSpdxElement").GetString()! })
            .ShouldAllBe(id => ids.Contains(id));
        relationships.ShouldContain(one => one.GetProperty("relationshipType").GetString() == "DESCRIBES");
    }

    private static string Checksum(JsonElement element, string algorithm) => element.GetProperty("checksums").EnumerateArray()
        .Single(checksum => checksum.GetProperty("algorithm").GetString() == algorithm).GetProperty("checksumValue").GetString()!;

    private static IEnumerable<(string, string)> Referrers(JsonDocument found)
    {
        var root = found.RootElement;
        return (root.TryGetProperty("referrers", out var list) ? list : root.GetProperty("manifests")).EnumerateArray()
            .Select(one => (one.GetProperty("artifactType").GetString()!, one.GetProperty("digest").GetString()!));
    }

    private static Task<JsonElement> SbomAsync(ImageResult image) => FileAsync(image, Sbom);

    private static async Task<JsonElement> FileAsync(ImageResult image, string type)
    {
        var layout = new OciLayout(image.Artifact!);
        var digest = image.Attached.Single(attached => attached.Type == type).Digest;
        var manifest = await layout.GetManifestAsync(digest, TestContext.Current.CancellationToken);
        await using var content = layout.OpenBlob(ManifestParts.Of(manifest!).Blobs[1]);
        using var document = await JsonDocument.ParseAsync(content);
        return document.RootElement.Clone();
    }
}
