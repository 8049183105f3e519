namespace GitOpsTasks.Generate.Spec;

/// <summary>A port a container listens on.</summary>
/// <param name="Name">At most 15 lower-case letters, digits and hyphens, with a letter among them.</param>
/// <param name="Number">The container's port.</param>
/// <param name="ServicePort">The Service's port.</param>
/// <param name="Protocol">TCP, UDP or SCTP.</param>
public sealed record AppPort(string Name, int Number, int ServicePort, string Protocol = "TCP");
