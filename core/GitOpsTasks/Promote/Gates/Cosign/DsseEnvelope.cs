using System.Globalization;
using System.Text;
using System.Text.Json;
using GitOpsTasks.Promote.Gates.Keys;

namespace GitOpsTasks.Promote.Gates.Cosign;

/// <summary>A payload with signatures, in the form of DSSE v1; by itself or in a sigstore bundle.</summary>
/// <param name="PayloadType">What the payload is; part of what is signed.</param>
/// <param name="Payload">The payload.</param>
/// <param name="Signatures">The signatures.</param>
internal sealed record DsseEnvelope(string PayloadType, byte[] Payload, IReadOnlyList<byte[]> Signatures)
{
    /// <summary>Reads an envelope, or the one in a bundle; null where the bytes are neither.</summary>
    public static DsseEnvelope? TryParse(ReadOnlyMemory<byte> content) => JsonText.Read(content, root =>
    {
        var envelope = JsonText.Member(root, "dsseEnvelope") ?? root;
        return JsonText.At(envelope, "payloadType") is { } type && JsonText.At(envelope, "payload") is { } payload
            ? new DsseEnvelope(type, Convert.FromBase64String(payload), [.. JsonText.Items(envelope, "signatures").Select(SignatureOf).OfType<byte[]>()])
            : null;
    });

    /// <summary>Whether one of its signatures is made by the owner of one of some keys.</summary>
    public bool IsSignedBy(IReadOnlyList<VerifyingKey> keys)
    {
        var signed = PreAuthentication();
        return Signatures.Any(signature => keys.Any(key => key.Verifies(signed, signature)));
    }

    // What is signed: the type and the payload with their lengths, so that neither can be taken for the other.
    private byte[] PreAuthentication() =>
    [
        .. Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(PayloadType)} {PayloadType} {Payload.Length} ")),
        .. Payload,
    ];

    private static byte[]? SignatureOf(JsonElement signature) =>
        JsonText.At(signature, "sig") is { } text ? Convert.FromBase64String(text) : null;
}
