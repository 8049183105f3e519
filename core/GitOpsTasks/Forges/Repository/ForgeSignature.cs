namespace GitOpsTasks.Forges.Repository;

/// <summary>Who wrote or committed something, and when.</summary>
/// <param name="Name">The name.</param>
/// <param name="Mail">The address.</param>
/// <param name="Date">The time, with the zone that is written.</param>
internal sealed record ForgeSignature(string Name, string Mail, DateTimeOffset Date);
