using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class VerifyingAttestationsOfCosign : CosignPromotion
{
    private const string Spdx = """{"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"web"}""";
    private const string Slsa = """{"buildDefinition":{"buildType":"https://example.com/build","externalParameters":{}},"runDetails":{"builder":{"id":"https://example.com"}}}""";

    [Fact]
    public async Task Finds_and_verifies_a_signed_sbom()
    {
        await MakeKeyAsync("a");
        await MakeKeyAsync("b");
        Configure("{ keys: [a.pub], sbom: signed }");
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 has no sbom");
        await AttestAsync("b", "spdxjson", Spdx);
        await ShouldBeAsync(GateState.Pending, $"the sbom of {Image}:1.5.0 is signed by none of the keys");
        await AttestAsync("a", "spdxjson", Spdx);
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there and signed");
    }

    [Fact]
    public async Task Finds_and_verifies_provenance_and_takes_nothing_else_for_it()
    {
        await MakeKeyAsync("a");
        Configure("{ keys: [a.pub], provenance: signed }");
        await AttestAsync("a", "spdxjson", Spdx);
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 has no provenance");
        await AttestAsync("a", "slsaprovenance1", Slsa);
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there and signed");
    }

    [Fact]
    public async Task Finds_one_in_a_bundle_that_refers_to_the_image()
    {
        await MakeKeyAsync("a");
        Configure("{ keys: [a.pub], sbom: signed }");
        await AttestAsync("a", "cyclonedx", """{"bomFormat":"CycloneDX","specVersion":"1.5"}""", "--new-bundle-format");
        (await Registry.ResolveAsync(Digest.Replace(':', '-') + ".att", Token)).ShouldBeNull();
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there and signed");
    }

    [Fact]
    public async Task Does_not_take_what_is_said_of_another_image()
    {
        await MakeKeyAsync("a");
        Configure("{ keys: [a.pub], sbom: signed }");
        var other = await SampleImageAsync("evil");
        await AttestAsync("a", "spdxjson", Spdx);
        var said = (await Registry.GetManifestAsync(Digest.Replace(':', '-') + ".att", Token))!;
        await Registry.PushManifestAsync(said, other.Digest.Replace(':', '-') + ".att", Token);
        await Registry.PushManifestAsync((await Registry.GetManifestAsync("evil", Token))!, "1.5.0", Token);
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 has no sbom");
    }

    [Fact]
    public async Task Finds_a_document_that_only_has_to_be_there()
    {
        Configure("{ sbom: present }");
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 has no sbom");
        await new OciArtifact("application/spdx+json", [TestImages.Blob(Spdx)]).AttachAsync(Registry, "1.5.0", SilentProgress.Instance, Token);
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there");
    }

    [Fact]
    public async Task Takes_a_document_for_signed_that_is_signed_as_an_image_is()
    {
        await MakeKeyAsync("a");
        Configure("{ keys: [a.pub], sbom: signed }");
        var sbom = await new OciArtifact("application/spdx+json", [TestImages.Blob(Spdx)]).AttachAsync(Registry, "1.5.0", SilentProgress.Instance, Token);
        await ShouldBeAsync(GateState.Pending, $"the sbom of {Image}:1.5.0 is signed by none of the keys");
        await CosignAsync([], "sign", "--key=a.key", "--tlog-upload=false", "--yes", $"{Image}@{sbom.Digest}");
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there and signed");
    }

    [Fact]
    public async Task Finds_what_cosign_attached()
    {
        Place.Write("sbom.json", Spdx);
        Configure("{ sbom: present }");
        await CosignAsync([], "attach", "sbom", "--sbom=sbom.json", "--type=spdx", "--input-format=json", $"{Image}@{Digest}");
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there");
    }

    [Fact]
    public async Task Wants_one_of_each_platform_where_the_index_has_none()
    {
        Configure("{ provenance: present }");
        await SampleImage.PushAsync(Registry, "1.5.0");
        var platforms = ManifestParts.Of((await Registry.GetManifestAsync("1.5.0", Token))!).Children;
        await StateAsync(platforms[0].Digest, platforms[0].Digest);
        await StateAsync(platforms[1].Digest, platforms[0].Digest);
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 has no provenance");
        await StateAsync(platforms[1].Digest, platforms[1].Digest);
        await ShouldBeAsync(GateState.Passed, $"of {Image}:1.5.0 is there");
    }

    private async Task StateAsync(string at, string of)
    {
        var statement = $$"""{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"web","digest":{"sha256":"{{OciDigest.Hex(of)}}"} }],"predicateType":"https://slsa.dev/provenance/v1"}""";
        var blob = OciBlob.FromBytes("application/vnd.in-toto+json", Encoding.UTF8.GetBytes(statement));
        await new OciArtifact("application/vnd.in-toto+json", [blob]).AttachAsync(Registry, at, SilentProgress.Instance, Token);
    }

    private Task<string> AttestAsync(string key, string type, string predicate, params string[] more)
    {
        Place.Write("predicate.json", predicate);
        return CosignAsync([], ["attest", $"--key={key}.key", "--tlog-upload=false", "--yes", $"--type={type}", "--predicate=predicate.json", .. more, $"{Image}@{Digest}"]);
    }
}
