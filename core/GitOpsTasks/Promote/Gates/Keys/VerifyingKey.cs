namespace GitOpsTasks.Promote.Gates.Keys;

/// <summary>A public key that signatures are verified with.</summary>
internal abstract class VerifyingKey
{
    /// <summary>Whether a signature is of some data and made by the key's owner. What is no signature at all is not.</summary>
    public abstract bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);
}
