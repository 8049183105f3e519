using System.Text.Json;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Docker;

/// <summary>Credentials in the form that the Docker Engine takes them: base64 of JSON, in a header of the request. Never logged.</summary>
internal static class RegistryHeaders
{
    /// <summary>The header for one registry.</summary>
    public const string Auth = "X-Registry-Auth";

    /// <summary>The header for all registries of a build.</summary>
    public const string Config = "X-Registry-Config";

    /// <summary>The value of <see cref="Auth"/>; of an empty object where there are no credentials.</summary>
    public static string AuthOf(string host, RegistryCredentials? credentials) =>
        Encode(writer => Write(writer, host, credentials));

    /// <summary>The value of <see cref="Config"/>.</summary>
    public static string ConfigOf(IReadOnlyDictionary<string, RegistryCredentials> byHost) => Encode(writer =>
    {
        writer.WriteStartObject();
        foreach (var (host, credentials) in byHost)
        {
            writer.WritePropertyName(DockerConfig.KeyOf(host));
            Write(writer, DockerConfig.KeyOf(host), credentials);
        }

        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, string host, RegistryCredentials? credentials)
    {
        writer.WriteStartObject();
        if (credentials is { IsIdentityToken: true })
        {
            writer.WriteString("identitytoken", credentials.Secret);
        }
        else if (credentials is not null)
        {
            writer.WriteString("username", credentials.Username);
            writer.WriteString("password", credentials.Secret);
        }

        if (credentials is not null)
            writer.WriteString("serveraddress", host);
        writer.WriteEndObject();
    }

    private static string Encode(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        return Convert.ToBase64String(buffer.ToArray()).Replace('+', '-').Replace('/', '_');
    }
}
