using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Promote.Gates.Keys;

namespace GitOpsTasks.Tests.Promote.Gates;

public sealed class VerifyingWithKeys
{
    private static readonly byte[] s_data = Encoding.UTF8.GetBytes("what is signed");

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Takes_the_examples_of_Ed25519(string key, string message, string signature)
    {
        var verifying = KeyFiles.TryParse(Ed25519Pem(Convert.FromHexString(key))).ShouldBeOfType<Ed25519Key>();
        var (data, bytes) = (Convert.FromHexString(message), Convert.FromHexString(signature));
        verifying.Verifies(data, bytes).ShouldBeTrue();
        verifying.Verifies([.. data, 1], bytes).ShouldBeFalse();
        verifying.Verifies(data, [(byte)(bytes[0] ^ 1), .. bytes[1..]]).ShouldBeFalse();
        verifying.Verifies(data, [.. bytes[..^1], (byte)(bytes[^1] ^ 0x10)]).ShouldBeFalse();
        verifying.Verifies(data, [.. bytes.Take(63)]).ShouldBeFalse();
    }

    // s and s plus the order of the curve would both do, if the second were not refused.
    [Fact]
    public void Refuses_a_second_form_of_an_Ed25519_signature()
    {
        var key = Ed25519Key.TryRead(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))!;
        var signature = Convert.FromHexString("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        var s = new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true) + Ed25519Point.Order;
        var second = new byte[32];
        s.TryWriteBytes(second, out _, isUnsigned: true).ShouldBeTrue();
        key.Verifies([], [.. signature[..32], .. second]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000")]
    public void Refuses_bytes_that_are_no_point_of_the_curve(string key) => Ed25519Key.TryRead(Convert.FromHexString(key)).ShouldBeNull();

    [Theory]
    [InlineData("nistP256", "SHA256")]
    [InlineData("nistP384", "SHA256")]
    [InlineData("nistP384", "SHA384")]
    [InlineData("nistP521", "SHA512")]
    public void Takes_ECDSA_with_the_hashes_that_signers_use(string curve, string hash)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));
        var verifying = KeyFiles.TryParse(key.ExportSubjectPublicKeyInfoPem()).ShouldBeOfType<EcdsaKey>();
        var signature = key.SignData(s_data, new HashAlgorithmName(hash), DSASignatureFormat.Rfc3279DerSequence);
        verifying.Verifies(s_data, signature).ShouldBeTrue();
        verifying.Verifies([1], signature).ShouldBeFalse();
        verifying.Verifies(s_data, [1, 2, 3]).ShouldBeFalse();
        verifying.Verifies(s_data, []).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Takes_RSA_with_both_paddings(bool isPss)
    {
        using var key = RSA.Create(2048);
        var verifying = KeyFiles.TryParse(key.ExportSubjectPublicKeyInfoPem()).ShouldBeOfType<RsaKey>();
        var signature = key.SignData(s_data, HashAlgorithmName.SHA256, isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
        verifying.Verifies(s_data, signature).ShouldBeTrue();
        verifying.Verifies([1], signature).ShouldBeFalse();
        verifying.Verifies(s_data, [1]).ShouldBeFalse();
    }

    [Fact]
    public void Refuses_an_RSA_key_that_is_too_short()
    {
        using var key = RSA.Create(1024);
        KeyFiles.TryParse(key.ExportSubjectPublicKeyInfoPem()).ShouldBeNull();
    }

    [Fact]
    public void Refuses_a_private_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        KeyFiles.TryParse(key.ExportPkcs8PrivateKeyPem()).ShouldBeNull();
    }

    private static string Ed25519Pem(byte[] key) =>
        PemEncoding.WriteString("PUBLIC KEY", [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00, .. key]);
}
