namespace GitOpsTasks.Init;

/// <summary>A port that an application listens on.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Protocol">TCP, UDP or SCTP.</param>
internal sealed record PortDraft(int Number, string Protocol = "TCP");
