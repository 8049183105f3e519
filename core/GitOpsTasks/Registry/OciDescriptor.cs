namespace GitOpsTasks.Registry;

/// <summary>Names content by what it is, as the OCI image specification does.</summary>
/// <param name="MediaType">What kind of content it is.</param>
/// <param name="Digest">Its digest, such as <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Size">Its length in bytes.</param>
public sealed record OciDescriptor(string MediaType, string Digest, long Size);
