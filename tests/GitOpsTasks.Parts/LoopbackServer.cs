using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GitOpsTasks.Parts;

/// <summary>An HTTP server on 127.0.0.1 and a free port.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    /// <summary>Starts it.</summary>
    /// <param name="handle">Answers every request.</param>
    /// <param name="certificate">Makes it speak https; null for plain http.</param>
    /// <param name="port">Its port; 0 takes a free one.</param>
    public LoopbackServer(RequestDelegate handle, LoopbackCertificate? certificate = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port, listen =>
            {
                if (certificate is not null)
                    listen.UseHttps(certificate.Certificate);
            });
            options.Limits.MaxRequestBodySize = null;
        });
        _application = builder.Build();
        _application.Run(handle);
        _application.Start();
        Url = _application.Urls.Single().TrimEnd('/');
    }

    /// <summary><c>http://127.0.0.1:PORT</c>, or https, without a slash at the end.</summary>
    public string Url { get; }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
