using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Promote.Gates;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class VerifyingSignaturesOfCosign : CosignPromotion
{
    private const string Signed = "{ keys: [a.pub], signature: true }";

    [Fact]
    public async Task Finds_one_under_the_tag_of_the_digest()
    {
        await MakeKeyAsync("a");
        Configure(Signed);
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 is not signed");
        await SignAsync("a");
        (await Registry.ResolveAsync(Digest.Replace(':', '-') + ".sig", Token)).ShouldNotBeNull();
        await ShouldBeAsync(GateState.Passed, $"{Image}:1.5.0 is signed");
    }

    [Fact]
    public async Task Finds_one_that_refers_to_the_image()
    {
        await MakeKeyAsync("a");
        Configure(Signed);
        await CosignAsync(
            [("COSIGN_EXPERIMENTAL", "1")], "sign", "--key=a.key", "--tlog-upload=false", "--yes", "--registry-referrers-mode=oci-1-1", $"{Image}@{Digest}");
        (await Registry.ResolveAsync(Digest.Replace(':', '-') + ".sig", Token)).ShouldBeNull();
        await ShouldBeAsync(GateState.Passed, $"{Image}:1.5.0 is signed");
    }

    [Fact]
    public async Task Takes_any_of_several_keys_and_no_other()
    {
        await MakeKeyAsync("a");
        await MakeKeyAsync("b");
        await SignAsync("b");
        Configure(Signed);
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 is signed by none of the keys");
        Configure("{ keys: [a.pub, b.pub], signature: true }");
        await ShouldBeAsync(GateState.Passed, $"{Image}:1.5.0 is signed");
    }

    [Fact]
    public async Task Does_not_take_the_signature_of_another_image()
    {
        await MakeKeyAsync("a");
        Configure(Signed);
        var other = await SampleImageAsync("evil");
        await SignAsync("a");
        var signature = (await Registry.GetManifestAsync(Digest.Replace(':', '-') + ".sig", Token))!;
        await Registry.PushManifestAsync(signature, other.Digest.Replace(':', '-') + ".sig", Token);
        await Registry.PushManifestAsync((await Registry.GetManifestAsync("evil", Token))!, "1.5.0", Token);
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 has a signature of another image");
    }

    [Fact]
    public async Task Asks_for_which_repository_it_was_made_where_that_matters()
    {
        await MakeKeyAsync("a");
        await SignAsync("a");
        Configure("{ keys: [a.pub], signature: true, signed-for: [ghcr.io/acme/web] }");
        await ShouldBeAsync(GateState.Pending, $"{Image}:1.5.0 is signed for '{Image}'");
        Configure($"{{ keys: [a.pub], signature: true, signed-for: [\"{Image}\"] }}");
        (await GateAsync()).State.ShouldBe(GateState.Passed);
    }

    // Key pairs that cosign makes are of P-256; it attaches signatures of others.
    [Theory]
    [InlineData("P-384")]
    [InlineData("RSA")]
    public async Task Verifies_with_other_kinds_of_keys(string kind)
    {
        var payload = Encoding.UTF8.GetBytes(await CosignAsync([], "generate", $"{Image}@{Digest}"));
        Place.Write("payload.json", Encoding.UTF8.GetString(payload));
        var (key, signature) = Sign(kind, payload);
        Place.Write("a.pub", key);
        Place.Write("payload.sig", Convert.ToBase64String(signature));
        await CosignAsync([], "attach", "signature", "--payload=payload.json", "--signature=payload.sig", $"{Image}@{Digest}");
        Configure(Signed);
        (await GateAsync()).State.ShouldBe(GateState.Passed);
    }

    [Theory]
    [InlineData("nothing.pub", null)]
    [InlineData("text.pub", "no key at all\n")]
    [InlineData("certificate.pub", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task Refuses_a_file_that_is_no_key(string file, string? content)
    {
        if (content is not null)
            Place.Write(file, content);
        Configure($"{{ keys: [{file}], signature: true }}");
        var outcome = await RunAsync();
        (outcome.ExitCode, outcome.Diagnostics[^1].Code).ShouldBe((ExitCode.Usage, GateCodes.KeyUnusable));
    }

    private static (string Key, byte[] Signature) Sign(string kind, byte[] payload)
    {
        if (kind == "RSA")
        {
            using var rsa = RSA.Create(2048);
            return (rsa.ExportSubjectPublicKeyInfoPem(), rsa.SignData(payload, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        return (key.ExportSubjectPublicKeyInfoPem(), key.SignData(payload, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
